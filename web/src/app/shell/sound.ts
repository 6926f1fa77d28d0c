import { Injectable, signal } from '@angular/core';

const GRAVE = [880, 660, 880, 660];
const LATE = [520, 520];

/** The bar's tones. A browser that nobody has touched since it was opened stays silent: it is said, and the first touch mends it. */
@Injectable({ providedIn: 'root' })
export class Sound {
  private readonly audio = new AudioContext();
  readonly silent = signal(this.audio.state === 'suspended');

  constructor() {
    this.audio.addEventListener('statechange', () => { this.silent.set(this.audio.state === 'suspended'); });
    for (const touch of ['click', 'keydown']) document.addEventListener(touch, () => { if (this.silent()) void this.audio.resume(); });
  }

  /** Lower and slower for what is late than for a detention that may be unlawful. */
  ring(grave: boolean): void {
    if (this.audio.state !== 'running') return;
    const at = this.audio.currentTime;
    for (const [i, hertz] of (grave ? GRAVE : LATE).entries()) {
      const tone = this.audio.createOscillator();
      const gain = this.audio.createGain();
      tone.frequency.value = hertz;
      gain.gain.value = 0.15;
      tone.connect(gain).connect(this.audio.destination);
      tone.start(at + i * 0.25);
      tone.stop(at + i * 0.25 + 0.2);
    }
  }
}
