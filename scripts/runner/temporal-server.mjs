import { createConnection } from 'node:net';
import { beginLog, spawnLogged } from './processes.mjs';
import { temporalBinary } from './temporal-binary.ts';

const opens = (port) => new Promise((resolve) => {
  const socket = createConnection({ port, host: '127.0.0.1' });
  socket.once('connect', () => { socket.destroy(); resolve(true); });
  socket.once('error', () => resolve(false));
});

/** A Temporal development server that keeps its workflows in a file. Answers false, with every way named, where no program for it is found. */
export async function startTemporal(processes, { files, ports }, say) {
  const command = await temporalBinary(say);
  if (command === null) return false;
  beginLog(files.logs, 'temporal');
  const args = [
    'server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(ports.temporal), '--db-filename', files.temporal, '--log-level', 'error',
    '--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal', '--search-attribute', 'RecordKind=Keyword', '--search-attribute', 'Force=Keyword',
  ];
  await processes.start({
    name: 'temporal', layer: 1, ready: () => opens(ports.temporal),
    begin: () => spawnLogged({ name: 'temporal', command, args, env: { PATH: process.env.PATH, HOME: process.env.HOME ?? files.data, TZ: 'UTC' } }, { logs: files.logs }),
  });
  return true;
}
