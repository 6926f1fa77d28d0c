import { TestWorkflowEnvironment } from '@temporalio/testing';

// The SDK fetches the program when it starts a server, and in no other way.
try {
  const environment = await TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'cached-download', downloadDir: process.argv[2] } } });
  await environment.teardown();
} catch (error) {
  process.stderr.write(`${(error.cause ?? error).message.split('\n')[0]}\n`);
  process.exit(1);
}
