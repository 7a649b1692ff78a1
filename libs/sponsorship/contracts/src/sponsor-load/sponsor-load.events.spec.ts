import { describeGoldenFiles } from '../golden.fixtures.js';
import { sponsorLoadEvents } from './sponsor-load.events.js';

describe('golden files of a sponsor’s load', () => describeGoldenFiles(sponsorLoadEvents, `${__dirname}/golden`));
