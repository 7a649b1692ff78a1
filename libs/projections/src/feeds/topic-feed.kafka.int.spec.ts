import { randomBytes } from 'node:crypto';
import { aTenant } from '@vouchsafe/event-store/testing';
import { LOG_TOPIC, openTopics, type LogTransport } from '@vouchsafe/messaging';
import { describeWithKafka, ownTopic } from '@vouchsafe/messaging/testing';
import { currentBuilds } from '../runner/builds.js';
import { tally } from '../tally.fixtures.js';
import { freshReadModels, type FreshReadModels } from '../testing.js';
import { TopicWorld, until } from './topic-feed.fixtures.js';

jest.setTimeout(400_000);

describeWithKafka('runners of one group on a broker', ({ brokers }) => {
  const topic = ownTopic(LOG_TOPIC, { partitions: 8 });
  const group = `projector.${randomBytes(6).toString('hex')}`;
  const tenants = Array.from({ length: 8 }, (_, n) => aTenant(n + 1));
  const projection = tally();
  let models: FreshReadModels;
  let world: TopicWorld;
  let publisher: LogTransport;

  const connect = () => openTopics([topic], { brokers, clientId: 'spec' });
  beforeAll(async () => {
    models = await freshReadModels([projection]);
    for (const tenant of tenants) await models.store.openLog(tenant);
    publisher = await connect();
    world = new TopicWorld(models, projection, topic);
  });
  afterAll(async () => {
    await world?.close();
    await publisher?.close();
    await models?.close();
  });

  it('share the work, and fold nothing twice while they come and go', async () => {
    const join = async () => {
      const applied = { batches: 0 };
      const runner = await world.running(await connect(), { feed: { group, sweep: 5_000 }, crashPoints: { passing: (point) => { if (point === 'projection.committed') applied.batches += 1; } } });
      return { runner, applied };
    };
    const write = async (from: number, to: number) => {
      for (let by = from; by <= to; by += 1) {
        for (const tenant of tenants) await world.count(tenant, by);
        const records = (await Promise.all(tenants.map((tenant) => world.records(tenant, by, by)))).flat();
        await publisher.publish(by % 5 === 0 ? [...records, ...records] : records); // as a relay that was killed before it marked
      }
    };
    const first = await join();
    await until(async () => (await currentBuilds(models.database, [projection])).every(({ state }) => state === 'LIVE'));
    const second = await join();
    let by = 0;
    const both = async () => {
      await write(by + 1, by += 1);
      await until(() => world.isFolded(...tenants));
      return first.applied.batches > 0 && second.applied.batches > 0;
    };
    await until(both, 120); // the group takes its time to divide the partitions
    await world.stop(first.runner);
    const third = await join();
    await write(by + 1, by += 20);
    await until(() => world.isFolded(...tenants));
    const sum = (by * (by + 1)) / 2;
    expect(await Promise.all(tenants.map((tenant) => world.total(tenant)))).toEqual(tenants.map(() => sum));
    expect([world.refused(), world.tally('duplicates') > 0]).toEqual([[], true]);
    expect(third.applied.batches + second.applied.batches).toBeGreaterThan(0);
  });
});
