import { PATIENCE_MS } from '@vouchsafe/test-support';
import { copies } from './copies.contract.js';
import { pages } from './pages.contract.js';
import { onEachServer } from './servers.js';
import { wakeUps } from './wake-ups.contract.js';
import { walls } from './walls.contract.js';

jest.setTimeout(2 * PATIENCE_MS);

onEachServer((_name, server) => {
  walls(server);
  pages(server);
  copies(server);
  wakeUps(server);
});
