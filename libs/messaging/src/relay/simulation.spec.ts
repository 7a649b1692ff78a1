import fc from 'fast-check';
import { firsts, upTo } from './relay.fixtures.js';
import { SIMULATED_TENANTS, Simulation, type Plan } from './simulation.fixtures.js';

// Any order of steps, relays that die or stand still, calls that are lost, topics that are wiped. More of it with SIMULATED_RUNS=10000;
// a run that fails is told again by the seed and path that fast-check names.

const RUNS = Number(process.env['SIMULATED_RUNS'] ?? 150);

const plans: fc.Arbitrary<Plan> = fc.record({
  fates: fc.array(fc.record({ keeps: fc.nat(6), says: fc.constantFrom('acknowledged', 'refused', 'nothing') }), { maxLength: 8 }),
  deaths: fc.array(fc.nat(25), { maxLength: 2 }),
  appends: fc.array(fc.record({ tenant: fc.nat(SIMULATED_TENANTS.length - 1), count: fc.integer({ min: 1, max: 4 }) }), { minLength: 1, maxLength: 8 }),
  wipes: fc.array(fc.record({ after: fc.nat(8), to: fc.option(fc.nat(5)) }), { maxLength: 2 }),
}) as fc.Arbitrary<Plan>;

const told = async (runs: number, seed: number): Promise<{ hashes: string[]; steps: number }> => {
  const hashes: string[] = [];
  let steps = 0;
  await fc.assert(fc.asyncProperty(fc.scheduler(), plans, async (scheduler, plan) => {
    const simulation = new Simulation(scheduler, plan);
    await simulation.run(); // which ends once every mark stands at its head, and checks each move of a mark
    for (const tenant of SIMULATED_TENANTS) {
      const head = await simulation.headOf(tenant);
      expect(firsts(simulation.ever.get(tenant)!)).toEqual(upTo(head)); // everything, and for the first time in order
      const wanted = upTo(head).filter((position) => position > (simulation.rewoundTo.get(tenant) ?? 0));
      expect(wanted.filter((position) => !simulation.lying.get(tenant)!.includes(position))).toEqual([]); // and again, after a wipe
    }
    hashes.push(simulation.hash);
    steps += simulation.trace.length;
  }), { numRuns: runs, seed, interruptAfterTimeLimit: 400_000, markInterruptAsFailure: false });
  return { hashes, steps };
};

it('publishes everything at least once and first in order, and marks only what was acknowledged, whatever happens', async () => {
  const seed = Number(process.env['SIMULATED_SEED'] ?? 20_261_122);
  const { hashes, steps } = await told(RUNS, seed);
  process.stderr.write(`${hashes.length} simulated runs of relays, seed ${seed}: ${steps} steps, ${new Set(hashes).size} different stories\n`);
  expect(new Set(hashes).size).toBeGreaterThan(hashes.length * 0.9);
}, 600_000);

it('tells the same story for the same seed', async () => {
  const [once, again, another] = [await told(15, 7), await told(15, 7), await told(15, 8)];
  expect(again.hashes).toEqual(once.hashes);
  expect(another.hashes).not.toEqual(once.hashes);
}, 600_000);
