import { describeGoldenFiles } from '../golden.fixtures.js';
import { delegationEvents } from './delegation.events.js';

describe('golden files of delegation', () => describeGoldenFiles(delegationEvents, `${__dirname}/golden`));
