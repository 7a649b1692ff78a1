import { rm } from 'node:fs/promises';
import { anInstallation, eventually, newHome, signedIn, vouchsafeJson, type Person } from '@vouchsafe/test-support';

/** The product as `npm start` starts it, with made-up organizations behind it and its read models at the heads of their logs. */
export interface BusyProduct {
  /** Sees figures of the first organization, and nobody's rows. */
  readonly executive: Person;
  readonly programId: string;
  /** In the log of the first organization. */
  readonly events: number;
  stop(): Promise<void>;
}

interface Lag { readonly organization: string; readonly head: number; readonly lagEvents: number; readonly state: string }

const SEED = 'bench';
const PROGRAMS = '{ programs { all(first: 1) { edges { node { programId } } } } }';

/** Made anew, on the disk of this checkout. @param events about how many in all, over three organizations */
export const busyProduct = async (events: number, progress: (text: string) => void): Promise<BusyProduct> => {
  const home = await newHome();
  const installation = await anInstallation({ sample: false, home });
  const stop = async (): Promise<void> => {
    await installation.stop();
    await rm(home, { recursive: true, force: true });
  };
  try {
    await installation.start();
    progress(`making up ${events.toLocaleString('en')} events`);
    await vouchsafeJson(installation, ['generate', '--organizations', '3', '--events', String(events), '--seed', SEED]);
    progress('folding them');
    const lags = await eventually('the read models to stand at the heads', async () => {
      const found = await vouchsafeJson<Lag[]>(installation, ['projections', 'status']);
      return found.length > 0 && found.every(({ lagEvents, state }) => lagEvents === 0 && state === 'LIVE') ? found : undefined;
    }, { every: 2_000, patience: 3_600_000 });
    const organizations = await vouchsafeJson<{ id: string; handle: string }[]>(installation, ['organizations', 'list']);
    const first = organizations.find(({ handle }) => handle === `harbourline-${SEED}`)!;
    const executive = signedIn(installation.origin, `ingrid.solberg@${first.handle}.example`);
    const { programs } = await executive.asks<{ programs: { all: { edges: { node: { programId: string } }[] } } }>(PROGRAMS);
    return { executive, programId: programs.all.edges[0]!.node.programId, events: Math.max(...lags.filter(({ organization }) => organization === first.id || organization === first.handle).map(({ head }) => head)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
