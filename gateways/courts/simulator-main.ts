import { courtsSimulator } from './courts-simulator.ts';

/** The listing office in its own process: `PEEL_COURTS_PORT` (8092), `PEEL_COURTS_ANSWER_AFTER` in milliseconds (1500). */
const port = Number(process.env['PEEL_COURTS_PORT'] ?? 8092);
const answerAfter = Number(process.env['PEEL_COURTS_ANSWER_AFTER'] ?? 1_500);

const server = courtsSimulator({ answerAfter }).listen(port, '127.0.0.1', (error) => {
  if (error) throw error;
  process.stdout.write(`Courts simulator at http://127.0.0.1:${port}, answering after ${answerAfter} ms\n`);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close(() => process.exit(0)));
