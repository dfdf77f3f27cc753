import { processOutput, writeText } from './output.ts';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), processOutput, writeText);
