import { describeGoldenFiles } from '../golden.fixtures.js';
import { continuityEvents } from './continuity.events.js';

describe('golden files of continuity', () => describeGoldenFiles(continuityEvents, `${__dirname}/golden`));
