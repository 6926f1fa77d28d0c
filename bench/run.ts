const BENCHES: Readonly<Record<string, () => Promise<{ readonly bench: () => Promise<void> }>>> = {
  ack: () => import('./ack.ts'),
};

/** `npm run bench -- ack`: one measurement by its name; the figures we keep stand in bench/README.md. */
async function main(name: string | undefined): Promise<void> {
  const load = BENCHES[name ?? ''];
  if (!load) throw new Error(`npm run bench -- NAME, where NAME is one of: ${Object.keys(BENCHES).join(', ')}`);
  await (await load()).bench();
}

await main(process.argv[2]).then(() => process.exit(0), (error: unknown) => { process.stderr.write(`${(error as Error).message}\n`); process.exit(1); });
