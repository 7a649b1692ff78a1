import type { PolicyRunner } from '../index.js';
import { ACME, done, PostOffice, until } from '../worker/post-office.fixtures.js';

jest.setTimeout(120_000);
let office: PostOffice;
let reader: PolicyRunner;
beforeEach(async () => { office = await PostOffice.open(); reader = await office.reader(); });
afterEach(() => office?.close());

describe('an alarm', () => {
  const remind = (word: string, seconds: number) => office.here.admin.query<{ at: string }>(`SELECT to_char((clock_timestamp() + $1 * interval '1 second') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at`, [seconds])
    .then(({ rows: [row] }) => office.happens(ACME, 'Remind', { word, at: row!.at }));
  const set = async () => (await office.here.admin.query<{ key: string }>('SELECT key FROM react.alarm ORDER BY key')).rows.map(({ key }) => key);

  it('rings when it is time, once, and not before, though two look', async () => {
    office.worker();
    office.worker(done, {}, office.elsewhere());
    await remind('soon', 1);
    await remind('later', 3_600);
    await office.allEnded();
    expect(await set()).toEqual(['later']);
    await office.here.admin.query(`UPDATE react.alarm SET rings_at = clock_timestamp() - interval '1 second'`);
    await office.allEnded(2);
    expect([office.words(), await set()]).toEqual([['later', 'soon'], []]);
  });

  it('goes by the clock of the database: that of the process may say what it likes', async () => {
    await remind('later', 3_600);
    await until(async () => (await set()).length === 1);
    const real = Date.now;
    Date.now = () => real() + 86_400_000; // a day ahead
    try {
      office.worker();
      await office.say(ACME, 'ann', 'hello');
      await office.allEnded();
      expect([office.words(), await set()]).toEqual([['hello'], ['later']]);
    } finally {
      Date.now = real;
    }
  });

  it('does not ring while its policy has not read what has happened since', async () => {
    await remind('kept', 3_600);
    await until(async () => (await set()).length === 1);
    await reader.stop(); // away
    await office.happens(ACME, 'Forget', { word: 'kept' });
    await office.here.admin.query(`UPDATE react.alarm SET rings_at = clock_timestamp() - interval '1 hour'`);
    // Recorded ten seconds ago, as far as anybody can tell.
    await office.here.admin.query(`BEGIN; SET LOCAL session_replication_role = replica; UPDATE log.event SET recorded_at = recorded_at - interval '10 seconds'; COMMIT`);
    office.worker();
    await new Promise((resolve) => setTimeout(resolve, 300)); // many looks
    expect([office.words(), await set()]).toEqual([[], ['kept']]);
    await office.reader();
    await until(async () => (await set()).length === 0);
    await office.say(ACME, 'ann', 'the end');
    await office.allEnded();
    expect(office.words()).toEqual(['the end']);
  });
});
