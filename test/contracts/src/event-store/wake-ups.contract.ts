import { PostgresEventStore, PostgresWakeups } from '@vouchsafe/event-store';
import { anAppend, aWrite } from '@vouchsafe/event-store/testing';
import { eventually } from '@vouchsafe/test-support';
import { ACME, logUnderTest } from './log-under-test.js';

/** News of a log between processes: a hint, never inside an append. */
export const wakeUps = (server: () => string | undefined): void => describe('wake-ups', () => {
  const under = logUnderTest(server);
  it('reach other processes, come once to one’s own, and never from inside an append', async () => {
    const [here, there] = [await PostgresWakeups.open(under.open().database), await PostgresWakeups.open(under.open().database)];
    [here, there].forEach(under.later);
    const heard: string[] = [];
    here.subscribe((tenant) => heard.push(`here ${tenant}`));
    there.subscribe((tenant) => heard.push(`there ${tenant}`));
    await under.open().store.append(ACME, anAppend(aWrite('s'))); // by a store that announces to nobody
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual([]);
    await new PostgresEventStore(under.log.database, here).append(ACME, anAppend(aWrite('s')));
    await eventually('the news', () => heard.length === 2);
    expect(heard).toEqual([`here ${ACME}`, `there ${ACME}`]);
  });

  it('that could not be sent because the connection was lost are sent once there is another', async () => {
    const [here, there] = [await PostgresWakeups.open(under.open().database), await PostgresWakeups.open(under.open().database)];
    [here, there].forEach(under.later);
    const heard = new Set<string>();
    there.subscribe((tenant) => heard.add(tenant));
    await under.log.admin.query(`SELECT pg_terminate_backend(pid, 1000) FROM (SELECT pid FROM pg_stat_activity WHERE application_name = 'vouchsafe side connection' AND datname = current_database() ORDER BY backend_start LIMIT 1) AS of_here`);
    here.announce(ACME); // nobody can be told now
    await eventually('the news', () => heard.size > 0);
    expect(heard).toEqual(new Set([ACME]));
  });
});
