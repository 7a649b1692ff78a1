import { Module, NotFoundException, ServiceUnavailableException, type INestApplication } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Test } from '@nestjs/testing';
import type { Actor } from '@vouchsafe/access';
import { tenantId, type TenantId } from '@vouchsafe/event-schema';
import {
  After, Allow, CurrentActor, followTenant, GraphqlModule, Loaders, notFound, Pages, Signal, Tenant,
  type FaultLog, type GraphqlOptions, type Loader, type PageArguments, type SignsIn,
} from './index.js';

export const ACME = tenantId('00000000-0000-4000-8000-00000000000a');
export const GLOBEX = tenantId('00000000-0000-4000-8000-00000000000b');

const actor = (tenant: TenantId, personId: string, ...roles: readonly ('SPONSOR' | 'OPERATOR')[]): Actor =>
  ({ tenant, personId, actorId: `person:${personId}`, roles: new Set(roles), leads: new Set() });

const unauthenticated = (message: string) => Object.assign(new Error(message), { name: 'Unauthenticated' });

/** Tokens by name. `short` ends 200 ms after it was first shown. */
class SpecAuthenticator implements SignsIn {
  private readonly persons: Record<string, Actor> = {
    amara: actor(ACME, 'amara', 'SPONSOR'), gina: actor(GLOBEX, 'gina', 'SPONSOR'), stranger: actor(ACME, 'stranger'), short: actor(ACME, 'short', 'SPONSOR'), 
    third: actor(ACME, 'third', 'SPONSOR'), fourth: actor(ACME, 'fourth', 'SPONSOR'),
  };
  private shownAt: number | undefined;

  async authenticate(authorization: string | undefined): Promise<Actor> {
    const name = authorization?.replace(/^Bearer /, '');
    if (name === 'offline') throw Object.assign(new Error('connect ECONNREFUSED idp.internal'), { name: 'IdentityProviderUnavailable' });
    const found = name === undefined ? undefined : this.persons[name];
    if (!found) throw unauthenticated('Please sign in.');
    if (name === 'short' && Date.now() > (this.shownAt ??= Date.now()) + 200) throw unauthenticated('Your sign-in has expired.');
    return found;
  }
}

interface Note { readonly id: string; readonly text: string; readonly authorId: string }
const notes: ReadonlyMap<TenantId, readonly Note[]> = new Map([ACME, GLOBEX].map((tenant) => [tenant,
  Array.from({ length: 60 }, (_, index) => ({ id: `${tenant === ACME ? 'a' : 'g'}${index}`, text: `note ${index}`, authorId: `p${index % 3}` }))]));

export const wakeups = {
  listeners: new Set<(tenant: TenantId) => void>(),
  subscribe(listener: (tenant: TenantId) => void) {
    wakeups.listeners.add(listener);
    return () => void wakeups.listeners.delete(listener);
  },
};
export const written: Note[] = [];
export const seen = { signals: [] as AbortSignal[], batches: [] as (readonly string[])[] };

class NotYetFolded extends Error { override readonly name = 'NotYetFolded'; }

@Resolver('Note')
class NoteResolver {
  @ResolveField('author')
  author(@Parent() note: Note, @Tenant() tenant: TenantId, @Loaders() loader: Loader) {
    return loader('authors', tenant, async (ids: readonly string[]) => {
      seen.batches.push(ids);
      return ids.map((id) => `Author ${id}`);
    }).load(note.authorId);
  }

  @ResolveField('next')
  next(@Parent() note: Note) { return note; }

  @ResolveField('stickers')
  stickers() { return [{ colour: 'red' }]; }
}

@Resolver('Notebook')
class NotebookResolver {
  constructor(private readonly pages: Pages) {}

  @Query('notebook') @Allow('commitment:read')
  notebook() { return {}; }

  @ResolveField('after')
  after(@After() after: number | null) { return after; }

  @ResolveField('notes')
  notes(@Tenant() tenant: TenantId, @Args() args: PageArguments) {
    const page = this.pages.page(tenant, 'notes by number', args);
    const rows = (notes.get(tenant) ?? []).filter(({ id }) => page.after === null || Number(id.slice(1)) > Number(page.after[0])).slice(0, page.limit);
    return this.pages.connection(page, rows, ({ id }) => [Number(id.slice(1)), id]);
  }
}

@Resolver()
class RootResolver {
  @Query('note') @Allow('commitment:read')
  note(@Tenant() tenant: TenantId, @CurrentActor() _: Actor, @Args('id') id: string) {
    const note = notes.get(tenant)?.find((one) => one.id === id);
    if (!note) throw notFound();
    return note;
  }

  @Query('slow') @Allow('commitment:read')
  slow(@Signal() signal: AbortSignal) {
    seen.signals.push(signal);
    return new Promise(() => {});
  }

  @Query('long') @Allow('commitment:read')
  long() { return 'x'.repeat(3_000_000); }

  @Query('broken') @Allow('commitment:read')
  broken(@Args('how') how: string) {
    if (how === 'http 404') throw new NotFoundException('person 17 of table people');
    if (how === 'http 503') throw new ServiceUnavailableException('Come back at noon.');
    if (how === 'behind') throw new NotYetFolded('position 7');
    if (how === 'away') throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    if (how === 'lost') throw Object.assign(new Error('lost'), { name: 'OutcomeUnknown', requestKey: 'key-1' });
    if (how === 'custom') throw Object.assign(new Error('secret'), { name: 'TheMoonIsFull' });
    throw new Error('relation "people" has no column named amara@example.org');
  }

  @Query('forgotten')
  forgotten() { return true; }

  @Query('day') @Allow('commitment:read')
  day(@Args('date') date?: string, @Args('instant') instant?: string) { return `${date} ${instant}`; }

  @Mutation('writeSlowly') @Allow('commitment:propose')
  writeSlowly() { return new Promise(() => {}); }

  @Subscription('noteWritten', { resolve: (note: Note) => note }) @Allow('commitment:watch')
  noteWritten(@Tenant() tenant: TenantId) {
    return followTenant({
      tenant, from: 0, wakeups,
      read: async (after) => {
        if (written[after]?.text === 'unreadable') throw new Error('the disk said no');
        return { items: written.slice(after), position: written.length };
      },
    });
  }
}

@Module({ providers: [SpecAuthenticator], exports: [SpecAuthenticator] })
class SpecAccessModule {}

@Module({ providers: [NoteResolver, NotebookResolver, RootResolver] })
class NotesModule {}

export type Logged = Parameters<FaultLog>[0];

/** A small API with one context, listening on a free port. */
export const notesApi = async (options: Partial<GraphqlOptions> = {}) => {
  const logged: Logged[] = [];
  const door = GraphqlModule.with({
    production: false, schema: [new URL('./spec-schema/', import.meta.url)], cursorSecret: 'a secret of at least thirty-two bytes',
    log: (entry) => logged.push(entry), imports: [SpecAccessModule], authenticator: SpecAuthenticator, ...options,
  });
  const app: INestApplication = (await Test.createTestingModule({ imports: [door, NotesModule] }).compile()).createNestApplication();
  app.useLogger(false);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const post = async (body: unknown, token: string | undefined = 'amara', headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const json = (text.startsWith('{') ? JSON.parse(text) : {}) as Answer;
    return { status: response.status, headers: response.headers, text, ...json, code: json.errors?.[0]?.extensions?.code, message: json.errors?.[0]?.message };
  };
  return { app, url, logged, post, ask: (query: string, token?: string, variables?: object) => post({ query, variables }, token) };
};

interface Answer {
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly { message: string; path?: readonly string[]; extensions?: { code?: string; correlationId?: string; requestKey?: string } }[];
}
