import { createServer } from 'node:net';

const isFree = (port) => new Promise((resolve) => {
  const server = createServer();
  server.once('error', () => resolve(false));
  server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
});

/** Throws where a port is taken, naming the setting that chooses another. `wanted`: `[what, port, variable]`. */
export async function checkPorts(wanted) {
  const taken = [];
  for (const [what, port, variable] of wanted) {
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${variable} is not a port.`);
    if (!(await isFree(port))) taken.push(`Port ${port} for ${what} is taken by another program. Choose another: ${variable}=${port + 1} npm start`);
  }
  if (taken.length > 0) throw new Error(taken.join('\n'));
}
