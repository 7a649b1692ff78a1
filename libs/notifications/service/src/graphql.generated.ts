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

/** What `chooseWebhookEvents` takes. */
export type ChooseWebhookEventsInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the endpoint. */
  readonly endpointId: Scalars['ID']['input'];
  /** What it is told of; at least one. */
  readonly eventTypes: ReadonlyArray<WebhookEventType>;
};

/** What `chooseWebhookEvents` answers: first the success, then each rule that may stand in its way. */
export type ChooseWebhookEventsResult = WebhookEventsChosen | NoSuchEndpoint | NoEventTypeIsChosen | EventTypeNeedsAProgram | EventTypeIsTheOrganizations;

/** What `disableWebhookEndpoint` takes. */
export type DisableWebhookEndpointInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the endpoint. */
  readonly endpointId: Scalars['ID']['input'];
};

/** What `disableWebhookEndpoint` answers: first the success, then each rule that may stand in its way. */
export type DisableWebhookEndpointResult = WebhookEndpointDisabled | NoSuchEndpoint;

/** What `enableWebhookEndpoint` takes. */
export type EnableWebhookEndpointInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the endpoint. */
  readonly endpointId: Scalars['ID']['input'];
};

/** What `enableWebhookEndpoint` answers: first the success, then each rule that may stand in its way. */
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

/** What `registerWebhookEndpoint` takes. */
export type RegisterWebhookEndpointInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Public, by https, at most 500 characters. It is kept in the log for ever: put no password into it. */
  readonly url: Scalars['String']['input'];
  /** What it is told of; at least one. */
  readonly eventTypes: ReadonlyArray<WebhookEventType>;
  /** A programme that you lead, of which the system is told; left out, by an operator, for what concerns the whole organization. */
  readonly programId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `registerWebhookEndpoint` answers: first the success, then each rule that may stand in its way. */
export type RegisterWebhookEndpointResult = WebhookEndpointRegistered | NotYoursToConnect | EndpointAlreadyRegistered | TooManyEndpoints | AddressIsNotAllowed | NoEventTypeIsChosen | EventTypeNeedsAProgram | EventTypeIsTheOrganizations;

/** What `replayWebhookDelivery` takes. */
export type ReplayWebhookDeliveryInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the endpoint. */
  readonly endpointId: Scalars['ID']['input'];
  /** Id of the delivery, as in the header `webhook-id`. */
  readonly deliveryId: Scalars['ID']['input'];
};

/** What `replayWebhookDelivery` answers: first the success, then each rule that may stand in its way. */
export type ReplayWebhookDeliveryResult = WebhookDeliveryReplayed | NoSuchEndpoint | NoSuchDelivery;

/** What `rotateWebhookSecret` takes. */
export type RotateWebhookSecretInput = {
  /** Of your choice. Sending the same request again under the same key does nothing twice. */
  readonly requestKey: Scalars['ID']['input'];
  /** Id of the endpoint. */
  readonly endpointId: Scalars['ID']['input'];
};

/** What `rotateWebhookSecret` answers: first the success, then each rule that may stand in its way. */
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
  /** What it tells of. */
  readonly eventType: WebhookEventType;
  /** Of the event that it tells of. */
  readonly position: Scalars['Position']['output'];
  /** How far it has come. */
  readonly state: WebhookDeliveryState;
  /** How often it was sent. */
  readonly attempts: Scalars['Int']['output'];
  /** What became of the last attempt, for example `answered 500`. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** When the ledger learned of what it tells. */
  readonly recordedAt: Scalars['Instant']['output'];
  /** When it was delivered or given up; null while it is due. */
  readonly endedAt?: Maybe<Scalars['Instant']['output']>;
};

/** A page of deliveries. */
export type WebhookDeliveryConnection = {
  readonly __typename?: 'WebhookDeliveryConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<WebhookDeliveryEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** One entry of such a page, and its place in the list. */
export type WebhookDeliveryEdge = {
  readonly __typename?: 'WebhookDeliveryEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: WebhookDelivery;
};

/** It is sent once more. */
export type WebhookDeliveryReplayed = {
  readonly __typename: 'WebhookDeliveryReplayed';
  /** Id of the delivery, as in the header `webhook-id`. */
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
  /** Id of the endpoint. */
  readonly endpointId: Scalars['ID']['output'];
  /** Where messages go. */
  readonly url: Scalars['String']['output'];
  /** What it is told of. */
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

/** A page of endpoints. */
export type WebhookEndpointConnection = {
  readonly __typename?: 'WebhookEndpointConnection';
  /** The entries of this page, in the order of the list. */
  readonly edges: ReadonlyArray<WebhookEndpointEdge>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
};

/** Nothing is sent to it any more. */
export type WebhookEndpointDisabled = {
  readonly __typename: 'WebhookEndpointDisabled';
  /** Id of the endpoint. */
  readonly endpointId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** One entry of such a page, and its place in the list. */
export type WebhookEndpointEdge = {
  readonly __typename?: 'WebhookEndpointEdge';
  /** The place of this entry: as `after` it begins the page behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: WebhookEndpoint;
};

/** It is told again of what happens from now on. */
export type WebhookEndpointEnabled = {
  readonly __typename: 'WebhookEndpointEnabled';
  /** Id of the endpoint. */
  readonly endpointId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** It is told of what happens from now on. */
export type WebhookEndpointRegistered = {
  readonly __typename: 'WebhookEndpointRegistered';
  /** Id of the endpoint. */
  readonly endpointId: Scalars['ID']['output'];
  /** By which the receiver verifies each message: `whsec_…`. */
  readonly secret: Scalars['String']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
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

/** From now on it is told of these. */
export type WebhookEventsChosen = {
  readonly __typename: 'WebhookEventsChosen';
  /** Id of the endpoint. */
  readonly endpointId: Scalars['ID']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
  readonly position: Scalars['Position']['output'];
};

/** Both secrets sign for a day, then the new one alone. */
export type WebhookSecretRotated = {
  readonly __typename: 'WebhookSecretRotated';
  /** Id of the endpoint. */
  readonly endpointId: Scalars['ID']['output'];
  /** The new one, by which the receiver verifies each message: `whsec_…`. */
  readonly secret: Scalars['String']['output'];
  /** Its place in the log: pass it as `after` to read your own write. */
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
