#!/usr/bin/env node
// Builds what has changed, in silence, and runs the command from dist/.
import { build } from '../../../infra/commands/build.mjs';

process.setSourceMapsEnabled(true);
await build();
await import('../../../dist/apps/cli/src/main.js');
