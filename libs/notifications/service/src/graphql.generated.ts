// Made from the .graphql files by `npm run generate`. Edit those.

export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in UTC, `2026-03-01T09:30:00.000Z`: when the ledger learned something. */
  Instant: { input: string; output: string; }
  /**
   * A place in an organization's log, as decimal digits in a string: `"1024"`. Every mutation answers the position it wrote;
   * hand it to a query as `after`, and the query waits until it can see your write.
   */
  Position: { input: string; output: string | number; }
};

/** A webhook goes to a public address by https, without credentials in it. */
export type AddressIsNotAllowed = Refusal & {
  readonly __typename: 'AddressIsNotAllowed';
  readonly message: Scalars['String']['output'];
};

export type ChooseWebhookEventsInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly endpointId: Scalars['ID']['input'];
  readonly eventTypes: ReadonlyArray<WebhookEventType>;
};

export type ChooseWebhookEventsResult = WebhookEventsChosen | NoSuchEndpoint | NoEventTypeIsChosen | EventTypeNeedsAProgram | EventTypeIsTheOrganizations;

export type DisableWebhookEndpointInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly endpointId: Scalars['ID']['input'];
};

export type DisableWebhookEndpointResult = WebhookEndpointDisabled | NoSuchEndpoint;

export type EnableWebhookEndpointInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly endpointId: Scalars['ID']['input'];
};

export type EnableWebhookEndpointResult = WebhookEndpointEnabled | NoSuchEndpoint;

/** The endpoint is on record already. */
export type EndpointAlreadyRegistered = Refusal & {
  readonly __typename: 'EndpointAlreadyRegistered';
  readonly message: Scalars['String']['output'];
};

/** What concerns the organization is not told to an endpoint of one programme. */
export type EventTypeIsTheOrganizations = Refusal & {
  readonly __typename: 'EventTypeIsTheOrganizations';
  readonly message: Scalars['String']['output'];
};

/** What names people or pairs is told only to an endpoint of one programme. */
export type EventTypeNeedsAProgram = Refusal & {
  readonly __typename: 'EventTypeNeedsAProgram';
  readonly message: Scalars['String']['output'];
};

/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Chooses anew what an endpoint is told of, from now on. It replaces the choice before. */
  readonly chooseWebhookEvents: ChooseWebhookEventsResult;
  /** Stops all messages to an endpoint. Those under way are given up, and can be replayed once it is enabled again. */
  readonly disableWebhookEndpoint: DisableWebhookEndpointResult;
  /** Tells an endpoint again of what happens from now on. What happened meanwhile it is not told. */
  readonly enableWebhookEndpoint: EnableWebhookEndpointResult;
  /** Registers where another system is told of what happens from now on, by Standard Webhooks 1.0.0. The secret is shown here, and again to whoever repeats the request. */
  readonly registerWebhookEndpoint: RegisterWebhookEndpointResult;
  /** Sends a message to its endpoint once more, under its old id, delivered or given up. The receiver tells a repeat by that id. */
  readonly replayWebhookDelivery: ReplayWebhookDeliveryResult;
  /** Makes a new secret for an endpoint. For a day the old one signs as well, so that the receiver can change over. */
  readonly rotateWebhookSecret: RotateWebhookSecretResult;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationChooseWebhookEventsArgs = {
  input: ChooseWebhookEventsInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationDisableWebhookEndpointArgs = {
  input: DisableWebhookEndpointInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationEnableWebhookEndpointArgs = {
  input: EnableWebhookEndpointInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationRegisterWebhookEndpointArgs = {
  input: RegisterWebhookEndpointInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationReplayWebhookDeliveryArgs = {
  input: ReplayWebhookDeliveryInput;
};


/**
 * Every mutation takes one `input` with a `requestKey` of your choice. Sending the same request again under the same key is safe:
 * it is carried out once, and you get the first answer again. The answer is a union: first the success, then the refusals.
 */
export type MutationRotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};

/** An endpoint is told of something. */
export type NoEventTypeIsChosen = Refusal & {
  readonly __typename: 'NoEventTypeIsChosen';
  readonly message: Scalars['String']['output'];
};

/** No delivery to this endpoint has this id, or it is kept no longer. */
export type NoSuchDelivery = Refusal & {
  readonly __typename: 'NoSuchDelivery';
  readonly message: Scalars['String']['output'];
};

/** No endpoint that you may change has this id. */
export type NoSuchEndpoint = Refusal & {
  readonly __typename: 'NoSuchEndpoint';
  readonly message: Scalars['String']['output'];
};

/** An operator connects systems for the organization, a lead for a programme that they lead. */
export type NotYoursToConnect = Refusal & {
  readonly __typename: 'NotYoursToConnect';
  readonly message: Scalars['String']['output'];
};

/** Where a page of a connection ends. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether there is more behind `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Hand it back as `after` to get the next page. Opaque; it serves one organization and one list only. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** Which other systems are told of what: for operators those of the organization, for a lead those of their programmes. */
  readonly webhooks: Webhooks;
};


/**
 * Reads answer from read models, which follow the log within milliseconds. A root field takes `after: Position` to wait for a
 * write; the connections below it take `first` (at most 100) and `after`, a cursor.
 */
export type QueryWebhooksArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};

/**
 * The business said no. Every refusal is a type of its own and a member of the mutation's result; each has a sentence to show,
 * also to a client that is older than the refusal.
 */
export type Refusal = {
  /** What rule stands in the way, in words for the person who asked. */
  readonly message: Scalars['String']['output'];
};

export type RegisterWebhookEndpointInput = {
  readonly requestKey: Scalars['ID']['input'];
  /** Public, by https, at most 500 characters. It is kept in the log for ever: put no password into it. */
  readonly url: Scalars['String']['input'];
  readonly eventTypes: ReadonlyArray<WebhookEventType>;
  /** A programme that you lead, of which the system is told; left out, by an operator, for what concerns the whole organization. */
  readonly programId?: InputMaybe<Scalars['ID']['input']>;
};

export type RegisterWebhookEndpointResult = WebhookEndpointRegistered | NotYoursToConnect | EndpointAlreadyRegistered | TooManyEndpoints | AddressIsNotAllowed | NoEventTypeIsChosen | EventTypeNeedsAProgram | EventTypeIsTheOrganizations;

export type ReplayWebhookDeliveryInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly endpointId: Scalars['ID']['input'];
  readonly deliveryId: Scalars['ID']['input'];
};

export type ReplayWebhookDeliveryResult = WebhookDeliveryReplayed | NoSuchEndpoint | NoSuchDelivery;

export type RotateWebhookSecretInput = {
  readonly requestKey: Scalars['ID']['input'];
  readonly endpointId: Scalars['ID']['input'];
};

export type RotateWebhookSecretResult = WebhookSecretRotated | NoSuchEndpoint;

/** The organization has as many endpoints as it may. */
export type TooManyEndpoints = Refusal & {
  readonly __typename: 'TooManyEndpoints';
  readonly message: Scalars['String']['output'];
};

/** One message to an endpoint. */
export type WebhookDelivery = {
  readonly __typename?: 'WebhookDelivery';
  /** As in the header `webhook-id`: the same at every attempt. */
  readonly deliveryId: Scalars['ID']['output'];
  readonly eventType: WebhookEventType;
  /** Of the event that it tells of. */
  readonly position: Scalars['Position']['output'];
  readonly state: WebhookDeliveryState;
  readonly attempts: Scalars['Int']['output'];
  /** What became of the last attempt, for example `answered 500`. */
  readonly note?: Maybe<Scalars['String']['output']>;
  readonly recordedAt: Scalars['Instant']['output'];
  readonly endedAt?: Maybe<Scalars['Instant']['output']>;
};

export type WebhookDeliveryConnection = {
  readonly __typename?: 'WebhookDeliveryConnection';
  readonly edges: ReadonlyArray<WebhookDeliveryEdge>;
  readonly pageInfo: PageInfo;
};

export type WebhookDeliveryEdge = {
  readonly __typename?: 'WebhookDeliveryEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: WebhookDelivery;
};

export type WebhookDeliveryReplayed = {
  readonly __typename: 'WebhookDeliveryReplayed';
  readonly deliveryId: Scalars['ID']['output'];
  /** The head of the log: deliveries stand beside it. */
  readonly position: Scalars['Position']['output'];
};

/** How far one message to an endpoint has come. */
export type WebhookDeliveryState =
  /** It is to be sent, for the first time or again. */
  | 'DUE'
  /** The receiver took it. */
  | 'DELIVERED'
  /** It is not sent any more, unless you replay it. */
  | 'GIVEN_UP';

/** Where another system is told of what happens. */
export type WebhookEndpoint = {
  readonly __typename?: 'WebhookEndpoint';
  readonly endpointId: Scalars['ID']['output'];
  readonly url: Scalars['String']['output'];
  readonly eventTypes: ReadonlyArray<WebhookEventType>;
  /** The programme that it is told of; null for what concerns the whole organization. */
  readonly programId?: Maybe<Scalars['ID']['output']>;
  /** False: nothing is sent. It was disabled, or the receiver answered 410. */
  readonly enabled: Scalars['Boolean']['output'];
  /** The newest first; those that arrived long ago are kept no longer. */
  readonly deliveries: WebhookDeliveryConnection;
};


/** Where another system is told of what happens. */
export type WebhookEndpointDeliveriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type WebhookEndpointConnection = {
  readonly __typename?: 'WebhookEndpointConnection';
  readonly edges: ReadonlyArray<WebhookEndpointEdge>;
  readonly pageInfo: PageInfo;
};

export type WebhookEndpointDisabled = {
  readonly __typename: 'WebhookEndpointDisabled';
  readonly endpointId: Scalars['ID']['output'];
  readonly position: Scalars['Position']['output'];
};

export type WebhookEndpointEdge = {
  readonly __typename?: 'WebhookEndpointEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: WebhookEndpoint;
};

export type WebhookEndpointEnabled = {
  readonly __typename: 'WebhookEndpointEnabled';
  readonly endpointId: Scalars['ID']['output'];
  readonly position: Scalars['Position']['output'];
};

export type WebhookEndpointRegistered = {
  readonly __typename: 'WebhookEndpointRegistered';
  readonly endpointId: Scalars['ID']['output'];
  /** By which the receiver verifies each message: `whsec_…`. */
  readonly secret: Scalars['String']['output'];
  readonly position: Scalars['Position']['output'];
};

/** What other systems can be told of, by webhook. Those of pairs and people are told to endpoints of one programme only, and by ids. */
export type WebhookEventType =
  /** `program.opened` */
  | 'PROGRAM_OPENED'
  /** `program.closed` */
  | 'PROGRAM_CLOSED'
  /** `cohort.opened` */
  | 'COHORT_OPENED'
  /** `cohort.closed` */
  | 'COHORT_CLOSED'
  /** `people-import.applied`: for the organization, not for one programme. */
  | 'PEOPLE_IMPORT_APPLIED'
  /** `participant.enrolled`: of one programme. */
  | 'PARTICIPANT_ENROLLED'
  /** `participant.withdrawn`: of one programme. */
  | 'PARTICIPANT_WITHDRAWN'
  /** `commitment.made`: of one programme. */
  | 'COMMITMENT_MADE'
  /** `commitment.fulfilled`: of one programme. */
  | 'COMMITMENT_FULFILLED'
  /** `commitment.withdrawn`: of one programme. */
  | 'COMMITMENT_WITHDRAWN'
  /** `commitment.ended`: of one programme. */
  | 'COMMITMENT_ENDED'
  /** `sponsor.departed`: of one programme. */
  | 'SPONSOR_DEPARTED'
  /** `sponsor.returned`: of one programme. */
  | 'SPONSOR_RETURNED'
  /** `outcome.recorded`: of one programme; not what became of whom. */
  | 'OUTCOME_RECORDED';

export type WebhookEventsChosen = {
  readonly __typename: 'WebhookEventsChosen';
  readonly endpointId: Scalars['ID']['output'];
  readonly position: Scalars['Position']['output'];
};

export type WebhookSecretRotated = {
  readonly __typename: 'WebhookSecretRotated';
  readonly endpointId: Scalars['ID']['output'];
  readonly secret: Scalars['String']['output'];
  readonly position: Scalars['Position']['output'];
};

/** How other systems are told of what happens. */
export type Webhooks = {
  readonly __typename?: 'Webhooks';
  /** By their ids. */
  readonly endpoints: WebhookEndpointConnection;
};


/** How other systems are told of what happens. */
export type WebhooksEndpointsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};
