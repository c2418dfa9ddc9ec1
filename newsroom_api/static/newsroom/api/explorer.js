"use strict";

const QUERY = `# Ctrl+Space completes, Ctrl+Enter runs.
# The schema is behind the book.
query LatestReleases {
  releases(first: 5) {
    nodes {
      title
      publishedAt
      newsroom {
        name
      }
    }
  }
}
`;

const place = document.getElementById("graphiql");
const fetcher = GraphiQL.createFetcher({
  url: place.dataset.address,
  enableIncrementalDelivery: false,
  fetch: (address, options) => fetch(address, { ...options, credentials: "omit" }),
});
ReactDOM.createRoot(place).render(
  React.createElement(GraphiQL, { fetcher, defaultQuery: QUERY, isHeadersEditorEnabled: true }),
);
