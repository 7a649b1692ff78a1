/** The oldest and the newest version of a request that a client can send. */
export interface Range { readonly key: number; readonly min: number; readonly max: number }

/** What a client can speak, of what we ask of it. */
export interface ClientRanges {
  readonly client: string;
  readonly requests: Readonly<Record<string, Range>>;
}

const range = (key: number, min: number, max: number): Range => ({ key, min, max });

// A spec compares both with the clients' own definitions: a new version of a client cannot drift away from here.

export const KAFKAJS: ClientRanges = {
  client: 'kafkajs 2.2.4',
  requests: {
    Produce: range(0, 0, 7), Fetch: range(1, 0, 11), ListOffsets: range(2, 0, 3), Metadata: range(3, 0, 6), OffsetCommit: range(8, 0, 5), OffsetFetch: range(9, 1, 4),
    FindCoordinator: range(10, 0, 2), JoinGroup: range(11, 0, 5), Heartbeat: range(12, 0, 3), LeaveGroup: range(13, 0, 3), SyncGroup: range(14, 0, 3), DescribeGroups: range(15, 0, 2),
    SaslHandshake: range(17, 0, 1), ApiVersions: range(18, 0, 2), CreateTopics: range(19, 0, 3), InitProducerId: range(22, 0, 1), SaslAuthenticate: range(36, 0, 1),
  },
};

export const PLATFORMATIC: ClientRanges = {
  client: '@platformatic/kafka 1.35.0',
  requests: {
    Produce: range(0, 7, 11), Fetch: range(1, 12, 17), ListOffsets: range(2, 5, 9), Metadata: range(3, 9, 12), OffsetCommit: range(8, 8, 9), OffsetFetch: range(9, 8, 9),
    FindCoordinator: range(10, 4, 6), JoinGroup: range(11, 6, 9), Heartbeat: range(12, 4, 4), LeaveGroup: range(13, 4, 5), SyncGroup: range(14, 4, 5), DescribeGroups: range(15, 5, 5),
    SaslHandshake: range(17, 1, 1), ApiVersions: range(18, 3, 4), CreateTopics: range(19, 7, 7), InitProducerId: range(22, 3, 5), SaslAuthenticate: range(36, 2, 2),
  },
};
