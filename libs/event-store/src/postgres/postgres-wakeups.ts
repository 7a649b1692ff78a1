import type { Database } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { LocalWakeups, Wakeups, type WakeupListener } from '../wakeups.js';

/** Whose login has a side connection to give. */
type Sides = Pick<Database, 'sideConnection'>;
type Side = Awaited<ReturnType<Sides['sideConnection']>>;

const CHANNEL = 'vouchsafe_log';
const TENANTS_A_MESSAGE = 200; // a payload holds less than 8,000 bytes, a tenant 37
const RECONNECT_MS = 1_000;

/** Between processes, over LISTEN and NOTIFY on one side connection. NOTIFY never runs inside an append: it takes a lock of
 * the whole cluster at commit, which turned thousands of appends a second into hundreds. Here it follows the commit, and
 * what happens while one message is under way travels in the next. */
export class PostgresWakeups extends Wakeups {
  private readonly local = new LocalWakeups();
  private readonly news = new Set<TenantId>();
  private side: Side | undefined;
  private sending = false;
  private closed = false;
  private retry: NodeJS.Timeout | undefined;

  private constructor(private readonly database: Sides) {
    super();
  }

  static async open(database: Sides): Promise<PostgresWakeups> {
    const wakeups = new PostgresWakeups(database);
    await wakeups.connect();
    return wakeups;
  }

  announce(tenant: TenantId): void {
    this.local.announce(tenant); // who sits in this process need not wait for the round trip
    this.news.add(tenant);
    if (!this.sending) void this.send();
  }

  subscribe(listener: WakeupListener): () => void {
    return this.local.subscribe(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.side?.end().catch(() => {});
  }

  private async send(): Promise<void> {
    this.sending = true;
    while (this.news.size > 0 && this.side) {
      const tenants = [...this.news].slice(0, TENANTS_A_MESSAGE);
      for (const tenant of tenants) this.news.delete(tenant);
      const sent = await this.side.query('SELECT pg_notify($1, $2)', [CHANNEL, tenants.join(' ')]).then(() => true, () => false);
      if (sent) continue;
      for (const tenant of tenants) this.news.add(tenant); // until the next connection; meanwhile the others poll
      break;
    }
    this.sending = false;
  }

  private async connect(): Promise<void> {
    const side = await this.database.sideConnection();
    const { processID } = side as unknown as { processID: number };
    side.on('notification', ({ payload, processId }) => {
      if (processId === processID) return; // announced above already
      for (const tenant of (payload ?? '').split(' ')) this.local.announce(tenant as TenantId);
    });
    side.on('end', () => {
      this.side = undefined;
      this.reconnectSoon();
    });
    await side.query(`LISTEN ${CHANNEL}`);
    if (this.closed) return side.end();
    this.side = side;
    if (this.news.size > 0 && !this.sending) void this.send();
  }

  private reconnectSoon(): void {
    if (this.closed) return;
    clearTimeout(this.retry); // a connection that fails while it is made asks twice
    this.retry = setTimeout(() => void this.connect().catch(() => this.reconnectSoon()), RECONNECT_MS);
    this.retry.unref();
  }
}
