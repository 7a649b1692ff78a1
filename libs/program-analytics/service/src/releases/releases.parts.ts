import type { Provider } from '@nestjs/common';
import { DeclareReleaseLatticeHandler } from './declare-release-lattice/declare-release-lattice.command.js';
import { DeclareReleaseLatticeResolver } from './declare-release-lattice/declare-release-lattice.resolver.js';
import { GroupReleasesHandler } from './group-releases/group-releases.query.js';
import { GroupReleasesResolver } from './group-releases/group-releases.resolver.js';
import { PublishReleaseHandler } from './publish-release/publish-release.command.js';
import { PublishReleaseResolver } from './publish-release/publish-release.resolver.js';
import { ReleaseShelf } from './release-shelf.js';
import { ReleasedReportHandler, ReleasesHandler } from './released-report/released-report.query.js';
import { ReleasedReportResolver } from './released-report/released-report.resolver.js';

const commands = [PublishReleaseHandler, DeclareReleaseLatticeHandler];
const queries = [ReleasedReportHandler, ReleasesHandler, GroupReleasesHandler];
const resolvers = [PublishReleaseResolver, DeclareReleaseLatticeResolver, ReleasedReportResolver, GroupReleasesResolver];

/** What is made public inside an organization, and read by its leadership. */
export const releaseParts: readonly Provider[] = [ReleaseShelf, ...commands, ...queries, ...resolvers];
