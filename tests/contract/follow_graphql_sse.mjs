// The client of the graphql-sse protocol follows a subscription: node follow_graphql_sse.mjs URL QUERY VARIABLES COUNT.
// Prints the first COUNT results as a JSON list; fewer when the server completes before.
import { createClient } from "graphql-sse";

const [url, query, variables, count] = process.argv.slice(2);
const client = createClient({ url, retryAttempts: 0 });
const results = [];
for await (const result of client.iterate({ query, variables: JSON.parse(variables) })) {
  results.push(result);
  if (results.length === Number(count)) break;
}
console.log(JSON.stringify(results));
