-- Where other systems are told of what happens. Secrets stand nowhere.
CREATE TABLE read.webhook_endpoint (
  tenant_id uuid NOT NULL,
  endpoint_id text NOT NULL,
  url text NOT NULL,
  event_types jsonb NOT NULL,
  program_id text,
  is_enabled boolean NOT NULL,
  PRIMARY KEY (tenant_id, endpoint_id)
);
