import { EventEmitter } from 'node:events';
import { Engine, type Execution } from 'bpmn-engine';

/** bpmn-engine 25, the engine most used on npm, driven the way its documentation says. */

interface Waiting {
  readonly id: string;
  readonly signal: () => void;
}

/** Carries one instance from start to end, every user task completed as soon as it waits. */
export const peerInMemory = async (source: string): Promise<void> => {
  const engine = new Engine({ name: 'peer', source });
  const listener = new EventEmitter();
  listener.on('activity.wait', (api: Waiting) => {
    api.signal();
  });
  const ended = new Promise<void>((done) => {
    engine.once('end', () => {
      done();
    });
  });
  await engine.execute({ listener: listener as never });
  await ended;
};

/** The same, but between two tasks the whole state goes to JSON and a new engine is recovered from it. */
export const peerSavedAndRecovered = async (source: string): Promise<number> => {
  let bytes = 0;
  let api: Execution;
  let engine = new Engine({ name: 'peer', source });
  api = await engine.execute();
  for (;;) {
    const [waiting] = api.getPostponed().filter(({ type }) => type === 'bpmn:UserTask');
    if (!waiting) return bytes;
    const text = JSON.stringify(await engine.getState());
    bytes = Math.max(bytes, text.length);
    await engine.stop();
    engine = new Engine({ name: 'peer' }).recover(JSON.parse(text) as never);
    api = await engine.resume();
    const [again] = api.getPostponed().filter(({ id }) => id === waiting.id);
    const ended = new Promise<void>((done) => {
      engine.once('end', () => {
        done();
      });
    });
    again?.signal();
    if (api.getPostponed().length === 0) {
      await ended;
      return bytes;
    }
  }
};
