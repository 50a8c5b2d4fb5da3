// The thread of one batch: reckons, so that requests are answered meanwhile. It has no database, no clock and no library.
import { parentPort, workerData } from 'node:worker_threads';
import { BatchSolving, repeat, type BatchGiven, type FromThread, type ToThread } from './batch-solving.js';

const port = parentPort;
if (!port) throw new Error('started outside of a worker thread');
const solving = workerData === null ? null : new BatchSolving(workerData as BatchGiven);
const say = (message: FromThread): void => port.postMessage(message);
const demand = (): BatchSolving => {
  if (!solving) throw new Error('this thread repeats only');
  return solving;
};

port.on('message', (message: ToThread) => {
  const onProgress = (progress: Extract<FromThread, { kind: 'progress' }>['progress']): void => say({ kind: 'progress', progress });
  if (message.kind === 'people') {
    demand().take(message.people);
    say({ kind: 'taken' });
  } else if (message.kind === 'solve') say({ kind: 'solved', result: demand().solve(message.seed, message.before, onProgress) });
  else say({ kind: 'repeated', result: repeat(message.input, onProgress) });
});
