import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersonCards, type PersonCard } from '@vouchsafe/directory-contracts';
import type { TenantId } from '@vouchsafe/event-schema';
import { aTenant } from '@vouchsafe/event-store/testing';
import { noticeKind, type Notice } from '@vouchsafe/notifications-contracts';
import { mailChannel } from './mail-channel.js';
import { outboxPost, smtpPost, type Mail, type Post } from './post.js';
import { smtpServer } from './smtp-server.fixtures.js';
import { wordsFor } from './words.js';

const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
class Cards extends PersonCards {
  constructor(private readonly known: Readonly<Record<string, PersonCard>>) {
    super();
  }

  async cards(tenant: TenantId, personIds: readonly string[]) {
    return new Map(tenant === ACME ? personIds.flatMap((id) => (this.known[id] ? [[id, this.known[id]] as const] : [])) : []);
  }
}
const cards = new Cards({ 'p-ben': { name: 'Ben Okafor', workEmail: 'ben@acme.example' }, 'p-silent': { name: 'Ada', workEmail: null } });
const aNotice = (facts: Partial<Notice> = {}): Notice => ({ to: 'p-ben', kind: 'PLEDGE_DUE_SOON', about: { what: 'commitment', id: 'c-1' }, day: '2025-09-30', ...facts });
const FROM = 'Vouchsafe <v@vouchsafe.example>';
const settings = { publicUrl: 'https://vouchsafe.example' };
const delivering = (post: Post, payload: object, tenant = ACME) =>
  mailChannel(cards, post, settings).deliver({ tenant, id: 'abc123', position: 7, payload, attempt: 1, signal: AbortSignal.timeout(20_000) });

const keeping = () => {
  const mails: Mail[] = [];
  return { mails, post: { send: async (mail: Mail) => void mails.push(mail), close: () => {} } satisfies Post };
};

describe('a notice', () => {
  it('goes to the address that the person has now', async () => {
    const { mails, post } = keeping();
    expect(await delivering(post, aNotice())).toEqual({ outcome: 'done' });
    expect(mails).toEqual([expect.objectContaining({ id: 'abc123', to: 'ben@acme.example' })]);
  });

  it.each([['has no address', aNotice({ to: 'p-silent' }), ACME], ['is not known', aNotice({ to: 'p-gone' }), ACME], ['is of another organization', aNotice(), GLOBEX]])(
    'to somebody who %s is over, and goes to nobody', async (_, payload, tenant) => {
      const { mails, post } = keeping();
      expect(await delivering(post, payload, tenant)).toEqual({ outcome: 'done', note: 'nobody to write to' });
      expect(mails).toEqual([]);
    });

  it('with a word too many in it goes nowhere', async () => {
    const { mails, post } = keeping();
    await expect(delivering(post, { ...aNotice(), text: 'You were passed over' })).rejects.toMatchObject({ name: 'ZodError' });
    expect(mails).toEqual([]);
  });
});

it.each(noticeKind.options)('%s says nothing of anybody, in words that any mail program shows, with a link', (kind) => {
  const { subject, text } = wordsFor(aNotice({ kind }), 'https://vouchsafe.example');
  expect(`${subject}${text}`).not.toMatch(/ben|okafor|p-ben|sponsor|prot|promot|pledge|advoca/i);
  expect(subject).not.toMatch(/\d/);
  expect(`${subject}${text}`).toMatch(/^[\x20-\x7e\n]+$/);
  expect(text).toContain('https://vouchsafe.example/commitments/c-1');
});

describe('the outbox', () => {
  let folder: string;
  beforeEach(async () => { folder = join(await mkdtemp(join(tmpdir(), 'vouchsafe-spec-')), 'outbox'); });
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

  it('keeps a mail as a file, once however often it is sent, for its owner’s eyes', async () => {
    const post = outboxPost(folder, FROM);
    for (let time = 0; time < 2; time += 1) expect(await delivering(post, aNotice())).toEqual({ outcome: 'done' });
    expect(await readdir(folder)).toEqual(['abc123.eml']);
    const eml = await readFile(join(folder, 'abc123.eml'), 'utf8');
    expect(eml).toMatch(/^To: ben@acme\.example$/m);
    expect(eml).toMatch(/^Subject: Vouchsafe: something of yours falls due soon$/m);
    expect(eml).toMatch(/^Message-ID: <abc123@vouchsafe\.invalid>$/m);
    expect(eml).toContain('https://vouchsafe.example/commitments/c-1');
    expect((await stat(join(folder, 'abc123.eml'))).mode & 0o077).toBe(0);
  });
});

describe('a mail server', () => {
  let opened: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const each of opened.reverse()) await each.close();
    opened = [];
  });
  const posting = (url: string): Post => {
    const post = smtpPost(url, FROM);
    opened.push(post);
    return post;
  };
  const aServer = async (answerTo?: (recipient: string) => string) => {
    const server = await smtpServer(answerTo);
    opened.push(server);
    return server;
  };

  it('is given the mail, under an id that stays the same', async () => {
    const server = await aServer();
    const post = posting(server.url);
    await delivering(post, aNotice());
    await delivering(post, aNotice());
    expect(server.received.map((text) => /^Message-ID: (.*)$/m.exec(text)?.[1])).toEqual(['<abc123@vouchsafe.invalid>', '<abc123@vouchsafe.invalid>']);
    expect(server.received[0]).toMatch(/^Auto-Submitted: auto-generated$/m);
  });

  it('that knows no such address ends it', async () => {
    const { url } = await aServer((recipient) => `550 no ${recipient} here`);
    expect(await delivering(posting(url), aNotice())).toEqual({ outcome: 'failed', reason: 'the mail server answered 550', isFinal: true });
  });

  it('that is busy, or away, is asked again', async () => {
    const { url } = await aServer(() => '451 later');
    expect(await delivering(posting(url), aNotice())).toEqual({ outcome: 'failed', reason: 'the mail server answered 451', isFinal: false });
    const gone = await smtpServer();
    await gone.close();
    expect(await delivering(posting(gone.url), aNotice())).toMatchObject({ outcome: 'failed', reason: expect.stringMatching(/^the mail server was not reached/), isFinal: false });
  });
});
