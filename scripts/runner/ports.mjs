import { createServer } from 'node:net';

const isFree = (port) => new Promise((resolve) => {
  const server = createServer();
  server.once('error', () => resolve(false));
  server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
});

/** The next free port after it that nothing else of ours wants; none is named where none is near. */
async function freeAfter(port, wanted) {
  for (let next = port + 1; next <= Math.min(port + 50, 65_535); next += 1) {
    if (!wanted.includes(next) && (await isFree(next))) return next;
  }
  return null;
}

/** Throws where a port is taken, naming the setting that chooses another. `wanted`: `[what, port, variable]`. */
export async function checkPorts(wanted) {
  const taken = [];
  const kept = wanted.map(([, port]) => port);
  for (const [what, port, variable] of wanted) {
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${variable} is not a port.`);
    if (await isFree(port)) continue;
    const free = await freeAfter(port, kept);
    kept.push(free);
    taken.push(`Port ${port} for ${what} is taken by another program. Choose another: ${variable}=${free ?? '<a free port>'} npm start`);
  }
  if (taken.length > 0) throw new Error(taken.join('\n'));
}
