import { Commits, type Commit } from './commits.js';
import { silent } from './held-partition.js';

const P0 = { topic: 't', partition: 0 };
const P1 = { topic: 't', partition: 1 };

/** Commits whose requests are answered when told. */
const committing = () => {
  const sent: string[][] = [];
  const answers: { well: () => void; badly: () => void }[] = [];
  const send = (commits: readonly Commit[]) => new Promise<void>((done, failed) => {
    sent.push(commits.map(({ partition, offset }) => `${partition}@${offset}`));
    answers.push({ well: done, badly: () => failed(new Error('no')) });
  });
  return { sent, answers, commits: new Commits(send, silent) };
};
const turns = async (): Promise<void> => { for (let n = 0; n < 20; n += 1) await undefined; };

it('has one request under way, and sends the latest of each partition in the next', async () => {
  const { sent, answers, commits } = committing();
  commits.note(P0, '1');
  await turns();
  for (const offset of ['2', '3', '4']) commits.note(P0, offset);
  commits.note(P1, '9');
  await turns();
  expect(sent).toEqual([['0@1']]);
  answers[0]!.well();
  await turns();
  expect(sent).toEqual([['0@1'], ['0@4', '1@9']]);
});

it('keeps what did not arrive for the next request, unless there is later news', async () => {
  const { sent, answers, commits } = committing();
  commits.note(P0, '1');
  answers[0]!.badly();
  await turns();
  commits.note(P1, '1');
  commits.note(P0, '5'); // while the next is under way
  await turns();
  answers[1]!.badly();
  await turns();
  expect(sent).toEqual([['0@1'], ['0@1', '1@1'], ['0@5', '1@1']]);
});

it('tells who waits whether it has arrived, even behind a request that has not', async () => {
  const { sent, answers, commits } = committing();
  commits.note(P0, '1');
  await turns();
  const asked = commits.now(P1, '7').then(() => 'arrived', () => 'lost');
  await turns();
  answers[0]!.badly();
  await turns();
  expect(sent.at(-1)).toEqual(['1@7', '0@1']);
  answers[1]!.badly();
  expect(await asked).toBe('lost');
});

it('forgets what is no longer true', async () => {
  const { sent, answers, commits } = committing();
  commits.note(P1, '1');
  await turns();
  commits.note(P0, '8');
  commits.forget(P0);
  answers[0]!.well();
  await commits.flush();
  expect(sent.flat()).toEqual(['1@1']);
});
