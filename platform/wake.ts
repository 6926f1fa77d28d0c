/** A sleep that a bell can end. Rung while nobody sleeps, the next sleep ends at once. */
export class Wake {
  #rung = false;
  #end: (() => void) | null = null;

  ring(): void {
    this.#rung = true;
    this.#end?.();
  }

  /** Waits `milliseconds` of wall time or for the bell, whichever comes first. */
  async sleep(milliseconds: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#end = () => { clearTimeout(timer); resolve(); };
      });
    }
    this.#end = null;
    this.#rung = false;
  }
}
