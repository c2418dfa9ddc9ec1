// A list that grows as the reader scrolls: what Relay's compiler asks of a schema.
import { graphql } from "react-relay";

export const page = graphql`
  query ReleaseListPageQuery($filter: ReleaseFilter) {
    ...ReleaseList_query @arguments(filter: $filter)
  }
`;

export const list = graphql`
  fragment ReleaseList_query on Query
  @refetchable(queryName: "ReleaseListPaginationQuery")
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 20 }
    after: { type: "String" }
    filter: { type: "ReleaseFilter" }
  ) {
    releases(first: $first, after: $after, filter: $filter) @connection(key: "ReleaseList_releases") {
      edges {
        node {
          id
          title
          ...ReleaseList_release
        }
      }
    }
  }
`;

export const release = graphql`
  fragment ReleaseList_release on Release @refetchable(queryName: "ReleaseListReleaseQuery") {
    title
    summary
    newsroom {
      name
      about
    }
    body {
      __typename
      ... on QuoteBlock {
        id
        text
      }
    }
  }
`;
