/** OpenAPI 3.1 from the contract, and pages that show it without asking anybody else's server. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  AccountDeletion,
  ApprovalDecision,
  ChatAnswer,
  ChatEvent,
  ChatRequest,
  errorCodes,
  type NamedOperation,
  reasons,
} from "@todo/contract";
import { Hono } from "hono";
import { z } from "zod";
import { docsPage, docsPolicy, docsStart } from "./docs-page.ts";

interface OpenApiOptions {
  operations: NamedOperation[];
  publicUrl: string;
  version: string;
  /** Where swagger-ui's files lie. */
  docsFolder: string;
}

type JsonSchema = Record<string, unknown> & { properties?: Record<string, unknown>; required?: string[] };

export function openApiRoutes(options: OpenApiOptions): Hono {
  const document = JSON.stringify(openApiDocument(options));
  const asset = (name: string) => readFile(join(options.docsFolder, name));
  return new Hono()
    .get("/openapi.json", () => new Response(document, { headers: { "content-type": "application/json" } }))
    .get("/docs", (c) => c.html(docsPage, 200, { "content-security-policy": docsPolicy }))
    .get("/docs/start.js", (c) => c.body(docsStart, 200, { "content-type": "text/javascript" }))
    .get("/docs/swagger-ui-bundle.js", async (c) =>
      c.body(await asset("swagger-ui-bundle.js"), 200, { "content-type": "text/javascript" }),
    )
    .get("/docs/swagger-ui.css", async (c) =>
      c.body(await asset("swagger-ui.css"), 200, { "content-type": "text/css" }),
    );
}

function openApiDocument({ operations, publicUrl, version }: Omit<OpenApiOptions, "docsFolder">) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = `/api${operation.path}`;
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describeOperation(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Todo",
      version,
      summary: "A self-hosted task manager that you talk to",
      license: { name: "Apache-2.0" },
    },
    servers: [{ url: publicUrl }],
    security: [{ bearer: [] }, { cookie: [] }],
    paths: { ...paths, ...handWritten },
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "A session token, a JWT or an API key" },
        cookie: { type: "apiKey", in: "cookie", name: "todo.session_token" },
      },
      responses: { Problem: { description: "What went wrong, as in RFC 9457", content: problemContent } },
    },
  };
}

const problemContent = {
  "application/problem+json": {
    schema: {
      type: "object",
      required: ["type", "title", "status", "detail", "code"],
      properties: {
        type: { type: "string" },
        title: { type: "string" },
        status: { type: "integer" },
        detail: { type: "string" },
        code: { type: "string", enum: errorCodes },
        reason: {
          type: "string",
          enum: reasons,
          description: "What exactly, where the code covers several things",
        },
        params: { type: "object", description: "Values for a translated sentence" },
        conflict: {
          type: "object",
          description: "Of version_conflict: kind, based_on, sent, current and changes",
        },
        errors: {
          type: "array",
          items: { type: "object", properties: { path: { type: "string" }, message: { type: "string" } } },
        },
      },
    },
  },
};

function describeOperation(operation: NamedOperation) {
  const { name, summary, description, method, effect, pathFields } = operation;
  const input = jsonSchema(operation.input, "input");
  const properties = input.properties ?? {};
  const rest = Object.keys(properties).filter((field) => !pathFields.includes(field));
  const parameter = (field: string, place: "path" | "query") => ({
    name: field,
    in: place,
    required: place === "path" || (input.required ?? []).includes(field),
    schema: properties[field],
  });
  const inBody = method === "POST" || method === "PATCH";
  const body = {
    ...input,
    properties: Object.fromEntries(rest.map((field) => [field, properties[field]])),
    required: (input.required ?? []).filter((field) => !pathFields.includes(field)),
  };
  return {
    operationId: name,
    summary,
    ...(description && { description }),
    tags: [operation.path.split("/")[1]],
    "x-effect": effect,
    parameters: [
      ...pathFields.map((field) => parameter(field, "path")),
      ...(inBody ? [] : rest.map((field) => parameter(field, "query"))),
      ...(effect === "read" ? [] : [idempotencyKey]),
      ...(effect !== "read" && "version" in operation.input.shape ? [ifMatch] : []),
    ],
    ...(inBody &&
      rest.length > 0 && { requestBody: { required: body.required.length > 0, content: jsonContent(body) } }),
    responses: {
      [name.startsWith("add_") || name.startsWith("create_") ? 201 : 200]: {
        description: "Done",
        content: jsonContent(jsonSchema(operation.output, "output")),
      },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Makes a repetition safe: the same key and input get the same answer for 24 hours",
  schema: { type: "string", maxLength: 255 },
};

const ifMatch = {
  name: "If-Match",
  in: "header",
  required: false,
  description: "The version that the change is meant for, as the ETag told it; the same as `version`",
  schema: { type: "string", pattern: '^("[0-9]+"|\\*)$' },
};

const jsonContent = (schema: unknown) => ({ "application/json": { schema } });

function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest as JsonSchema;
}

/** Streams are not operations; their routes are written by hand. */
const answered = {
  200: {
    description: "The answer, or the events of it",
    content: jsonContent(jsonSchema(ChatAnswer, "output")),
  },
  default: { $ref: "#/components/responses/Problem" },
};
const id = { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } };
const handWritten = {
  "/api/chat": {
    post: {
      operationId: "chat",
      summary: "Say something to the assistant",
      description: "With `Accept: text/event-stream` the answer streams as typed events.",
      tags: ["chat"],
      parameters: [idempotencyKey],
      requestBody: { required: true, content: jsonContent(jsonSchema(ChatRequest, "input")) },
      responses: answered,
    },
  },
  "/api/approvals/{id}": {
    post: {
      operationId: "answer_approval",
      summary: "Say yes or no to what waits",
      tags: ["chat"],
      parameters: [id, idempotencyKey],
      requestBody: { required: true, content: jsonContent(jsonSchema(ApprovalDecision, "input")) },
      responses: answered,
    },
  },
  "/api/runs/{id}/events": {
    get: {
      operationId: "run_events",
      summary: "Follow an answer",
      description: "The events after a number, and those to come. 204: there are none, and none will come.",
      tags: ["chat"],
      parameters: [
        id,
        { name: "Last-Event-ID", in: "header", required: false, schema: { type: "integer", minimum: 0 } },
        { name: "after", in: "query", required: false, schema: { type: "integer", minimum: 0 } },
      ],
      responses: {
        200: {
          description: "Events; `data` of each is one of these",
          content: { "text/event-stream": { schema: jsonSchema(ChatEvent, "output") } },
        },
        204: { description: "Nothing more" },
        default: { $ref: "#/components/responses/Problem" },
      },
    },
  },
  "/api/runs/{id}/cancel": {
    post: {
      operationId: "cancel_run",
      summary: "Stop an answer",
      tags: ["chat"],
      parameters: [id],
      responses: answered,
    },
  },
  "/api/runs/{id}/retry": {
    post: {
      operationId: "retry_run",
      summary: "Try an answer again",
      tags: ["chat"],
      parameters: [id, idempotencyKey],
      responses: answered,
    },
  },
  "/api/calendar/{token}.ics": {
    get: {
      operationId: "read_feed",
      summary: "Read a calendar feed",
      tags: ["feeds"],
      security: [],
      parameters: [{ name: "token", in: "path", required: true, schema: { type: "string" } }],
      responses: {
        200: {
          description: "An iCalendar document (RFC 5545)",
          content: { "text/calendar": { schema: { type: "string" } } },
        },
        304: { description: "It hasn't changed" },
        default: { $ref: "#/components/responses/Problem" },
      },
    },
  },
  "/api/account/export": {
    get: {
      operationId: "export_account",
      summary: "Download everything of yours",
      tags: ["account"],
      responses: {
        200: { description: "One document", content: jsonContent({ type: "object" }) },
        default: { $ref: "#/components/responses/Problem" },
      },
    },
  },
  "/api/account/delete": {
    post: {
      operationId: "delete_account",
      summary: "Delete the account and everything in it, for good",
      tags: ["account"],
      requestBody: { required: true, content: jsonContent(jsonSchema(AccountDeletion, "input")) },
      responses: {
        200: {
          description: "Done",
          content: jsonContent({ type: "object", properties: { deleted: { const: true } } }),
        },
        default: { $ref: "#/components/responses/Problem" },
      },
    },
  },
  "/api/live": {
    get: {
      operationId: "live",
      summary: "Hear of changes as they happen",
      tags: ["live"],
      responses: {
        200: { description: "Events", content: { "text/event-stream": { schema: { type: "string" } } } },
      },
    },
  },
};
