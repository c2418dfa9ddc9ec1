// A page of assets of all kinds, each shown by its own component, with the newest releases that show it.
import { graphql } from "react-relay";

export const page = graphql`
  query AssetGridPageQuery($filter: AssetFilter) {
    ...AssetGrid_query @arguments(filter: $filter)
  }
`;

export const grid = graphql`
  fragment AssetGrid_query on Query
  @refetchable(queryName: "AssetGridPaginationQuery")
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 20 }
    after: { type: "String" }
    filter: { type: "AssetFilter" }
  ) {
    assets(first: $first, after: $after, filter: $filter) @connection(key: "AssetGrid_assets") {
      edges {
        node {
          __typename
          id
          title
          ...AssetGrid_image @alias
          ...AssetGrid_video @alias
          ...AssetGrid_usage
        }
      }
    }
  }
`;

export const image = graphql`
  fragment AssetGrid_image on Image @refetchable(queryName: "AssetGridImageQuery") {
    alt
    srcset
  }
`;

export const video = graphql`
  fragment AssetGrid_video on Video {
    duration
    poster {
      href
    }
  }
`;

export const usage = graphql`
  fragment AssetGrid_usage on Asset {
    releases(first: 3) {
      id
      title
    }
  }
`;

export const kit = graphql`
  query AssetGridKitQuery($id: ID!) {
    pressKit(id: $id) {
      title
      files {
        __typename
        ... on ImageFile {
          id
          alt
        }
        ... on VideoFile {
          id
          duration
        }
        ... on AudioFile {
          id
          duration
        }
        ... on DocumentFile {
          id
          pageCount
        }
      }
    }
  }
`;

export const body = graphql`
  query AssetGridBodyQuery($id: ID!) {
    release(id: $id) {
      body {
        __typename
        ... on VideoBlock {
          file {
            id
            duration
            renditions {
              href
            }
          }
        }
        ... on AudioBlock {
          file {
            id
            duration
            renditions {
              href
            }
          }
        }
        ... on DocumentBlock {
          file {
            id
            pageCount
            renditions {
              href
            }
          }
        }
      }
    }
  }
`;
