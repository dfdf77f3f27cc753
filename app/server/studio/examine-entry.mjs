// A thread does not inherit how its process reads TypeScript: that is set up before anything else.
import { register } from 'tsx/esm/api';

register();
await import('./examine-thread.ts');
