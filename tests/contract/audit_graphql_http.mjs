// The official audit of GraphQL over HTTP. Prints {"passed": [...], "failed": [{name, reason}]}.
import { auditServer } from "graphql-http";

const results = await auditServer({ url: process.argv[2] });
const passed = results.filter((each) => each.status === "ok");
const failed = results.filter((each) => each.status !== "ok");
console.log(
  JSON.stringify({
    passed: passed.map((each) => each.name),
    failed: failed.map((each) => ({ name: each.name, reason: each.reason })),
  }),
);
