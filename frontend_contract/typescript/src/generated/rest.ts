// Written by `npm run generate` from the contract. Do not edit.
export interface paths {
    "/api/v1": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say where the parts of the API are
         * @description Say where the parts of the API are.
         */
        get: operations["read_index"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public assets. Where one is used, the list of releases tells with `file`: the asset's `file_id`
         * @description List public assets. Where one is used, the list of releases tells with `file`: the asset's `file_id`.
         */
        get: operations["list_assets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a public asset: an image, a video, a sound or a document
         * @description Read a public asset: an image, a video, a sound or a document.
         */
        get: operations["read_asset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{id}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the public history of an asset, oldest first, its withdrawal included
         * @description List the public history of an asset, oldest first, its withdrawal included.
         */
        get: operations["list_asset_editions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow everything that happens in public. Without `after` it begins with a snapshot: the newest edition of each item
         * @description Follow everything that happens in public. Without `after` it begins with a snapshot: the newest edition of each item. Then come all editions since, in the order in which they were issued, none twice and none left out. What was withdrawn, or has left the scope of a partner's key, has a null `document`. `next` never ends: keep it, and ask there again. In ninjs each result is the item itself, what is gone as `canceled`; of a NewsML-G2 message `Link` says where to go on.
         */
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a comment. Of one that is public no more, its place in the thread answers: `state` says so
         * @description Read a comment. Of one that is public no more, its place in the thread answers: `state` says so.
         */
        get: operations["read_comment"];
        put?: never;
        post?: never;
        /**
         * Take one's own comment back
         * @description Take one's own comment back, at any time. Its replies stay, and its place among them. Doing it again changes nothing and answers the same.
         */
        delete: operations["withdraw_comment"];
        options?: never;
        head?: never;
        /**
         * Change the text of one's own comment
         * @description Change the text of one's own comment, for some minutes after it was posted. Editors see what it said before; everybody sees that it was edited.
         */
        patch: operations["edit_comment"];
        trace?: never;
    };
    "/api/v1/comments/{id}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Object to the rejection of one's own comment
         * @description Object to the rejection of one's own comment. Another look is taken at it, once.
         */
        post: operations["appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}/context": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a comment with those above it, from the top of the thread down: what its own page shows
         * @description Read a comment with those above it, from the top of the thread down: what its own page shows.
         */
        get: operations["read_comment_context"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read everything that is kept of one's own words, earlier versions included. For their author alone, never stored
         * @description Read everything that is kept of one's own words, earlier versions included. For their author alone, never stored.
         */
        get: operations["export_comment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}/reactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * React to a comment
         * @description React to a comment, once in each way; with `on: false`, take that back. Which reactions there are, says the form of the thread.
         */
        post: operations["add_reaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}/reactions/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a reaction back
         * @description Take a reaction back, by its name. What has not been given cannot be taken back.
         */
        delete: operations["remove_reaction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the replies to a comment, those alone that reply to it directly
         * @description List the replies to a comment, those alone that reply to it directly.
         */
        get: operations["list_replies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a comment that breaks the guidelines or the law
         * @description Report a comment that breaks the guidelines or the law, once while nobody has decided about it. An editor looks at it; who leaves an e-mail address is told what was decided.
         */
        post: operations["report_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what changed in comments, in the order in which it happened: new ones, edits, reactions, removals. Each comment is
         * @description List what changed in comments, in the order in which it happened: new ones, edits, reactions, removals. Each comment is there once, as it is now. With a partner's key: those on items of its scope; of an item that has left it, their places. `next` never ends: keep it, and ask there again later for what is new by then.
         */
        get: operations["list_comment_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public contributions: files that visitors sent and editors approved
         * @description List public contributions: files that visitors sent and editors approved.
         */
        get: operations["list_contributions"];
        put?: never;
        /**
         * Offer a file
         * @description Offer a file: say what it is, to what it belongs (`newsroom`, `item`, or one's own `comment` with its edit token), and agree to the terms. The answer says where the file is sent. It is shown when an editor has approved it.
         */
        post: operations["contribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contributions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a public contribution
         * @description Read a public contribution.
         */
        get: operations["read_contribution"];
        put?: never;
        post?: never;
        /**
         * Take one's own file back
         * @description Take one's own file back, at any time: it is deleted. Doing it again changes nothing and answers the same.
         */
        delete: operations["withdraw_contribution"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contributions/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send the file of a contribution
         * @description Send the file of a contribution: its bytes alone. It is checked at once, and then waits for an editor. What is refused leaves nothing behind, and another file may be sent in its place.
         */
        put: operations["send_contribution_file"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contributions/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what visitors agree to when they send a file, and what holds for files
         * @description Read what visitors agree to when they send a file, and what holds for files.
         */
        get: operations["read_contribution_terms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discussions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public discussions: subjects that are put up for conversation
         * @description List public discussions: subjects that are put up for conversation.
         */
        get: operations["list_discussions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discussions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a public discussion. What is said in it: its thread
         * @description Read a public discussion. What is said in it: its thread.
         */
        get: operations["read_discussion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discussions/{id}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the public history of a discussion, oldest first, its withdrawal included
         * @description List the public history of a discussion, oldest first, its withdrawal included.
         */
        get: operations["list_discussion_editions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up what is at a path. A former or second address answers the item too, and `moved_to` says where it is now
         * @description Look up what is at a path. A former or second address answers the item too, and `moved_to` says where it is now.
         */
        get: operations["find_item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/newsrooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public newsrooms
         * @description List public newsrooms.
         */
        get: operations["list_newsrooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/newsrooms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a public newsroom
         * @description Read a public newsroom.
         */
        get: operations["read_newsroom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/official-statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List official statements, the newest first: those that hold, superseded ones and withdrawn ones
         * @description List official statements, the newest first: those that hold, superseded ones and withdrawn ones.
         */
        get: operations["list_official_statements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read this description of the API, as OpenAPI 3.1
         * @description Read this description of the API, as OpenAPI 3.1.
         */
        get: operations["read_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public people
         * @description List public people.
         */
        get: operations["list_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a public person
         * @description Read a public person.
         */
        get: operations["read_person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/press-kits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public press kits
         * @description List public press kits.
         */
        get: operations["list_press_kits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/press-kits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a public press kit
         * @description Read a public press kit.
         */
        get: operations["read_press_kit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/press-kits/{id}.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the files of a press kit in one archive, with a `credits.txt`. Interrupted downloads can go on
         * @description Download the files of a press kit in one archive, with a `credits.txt`. Interrupted downloads can go on.
         */
        get: operations["download_press_kit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/press-kits/{id}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the public history of a press kit, oldest first, its withdrawal included
         * @description List the public history of a press kit, oldest first, its withdrawal included.
         */
        get: operations["list_press_kit_editions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the draft that a preview token stands for, as it would be published. Never stored by caches
         * @description Read the draft that a preview token stands for, as it would be published. Never stored by caches.
         */
        get: operations["read_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge versions
         * @description Acknowledge versions: tell the newsroom which versions you show, and that you have taken down what was withdrawn. Sending the same again changes nothing; an older version than the one known is ignored. When an entry is wrong, nothing is recorded.
         */
        post: operations["acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public releases. With `file`: where a file is used
         * @description List public releases. With `file`: where a file is used.
         */
        get: operations["list_releases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a public release
         * @description Read a public release.
         */
        get: operations["read_release"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/{id}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the public history of a release, oldest first, its withdrawal included
         * @description List the public history of a release, oldest first, its withdrawal included.
         */
        get: operations["list_release_editions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/{id}/kit.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the images, recordings and documents of a release in one archive, with a `credits.txt`
         * @description Download the images, recordings and documents of a release in one archive, with a `credits.txt`.
         */
        get: operations["download_release_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/{id}/release.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a release as a PDF. 404 also where no font of the installation has its letters
         * @description Download a release as a PDF. 404 also where no font of the installation has its letters.
         */
        get: operations["download_release_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/{id}/release.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a release as plain text
         * @description Read a release as plain text.
         */
        get: operations["read_release_text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the threads of public items. Those that are switched off are left out
         * @description List the threads of public items. Those that are switched off are left out.
         */
        get: operations["list_threads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a thread: who may comment, and how many have. One that is switched off says so
         * @description Read a thread: who may comment, and how many have. One that is switched off says so.
         */
        get: operations["read_thread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the comments of a thread: all of them, or a tree of replies. Ask again with the `ETag` to see what is new
         * @description List the comments of a thread: all of them, or a tree of replies. Ask again with the `ETag` to see what is new.
         */
        get: operations["list_comments"];
        put?: never;
        /**
         * Post a comment
         * @description Post a comment. It may be published at once, wait for an editor, or be refused: `status` says which and `message` why. The same request with the same `Idempotency-Key`, and the same text sent twice within a minute, is one comment.
         */
        post: operations["post_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens in a thread, while it happens: Server-Sent Events
         * @description What happens in a thread, while it happens: Server-Sent Events. `comment` and `thread` carry both as they are now, in the shape of the other addresses; of a comment that is public no more, its place. `reset`: too much happened since then, read the thread anew. `end`: the thread was withdrawn or switched off, close the stream.
         */
        get: operations["follow_thread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads/{id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a form for comments needs: fields, limits and labels, allowed markup, guidelines, reasons for reports. A
         * @description Read what a form for comments needs: fields, limits and labels, allowed markup, guidelines, reasons for reports. A challenge for the proof of work, where one is wanted, is new each time.
         */
        get: operations["read_comment_form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public topics
         * @description List public topics.
         */
        get: operations["list_topics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a public topic
         * @description Read a public topic.
         */
        get: operations["read_topic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The item. */
        AddressedItem: components["schemas"]["Release"] | components["schemas"]["Newsroom"] | components["schemas"]["Image"] | components["schemas"]["Video"] | components["schemas"]["Audio"] | components["schemas"]["Document"] | components["schemas"]["PressKit"] | components["schemas"]["Discussion"];
        /** @description Who answered a comment for the organisation. */
        AnsweredBy: {
            /** @description Name. */
            name: string;
            /** @description Title or position. */
            title: string;
            /** @description Id of the person. */
            person_id: string | null;
            /**
             * Format: uuid
             * @description Id of the answer.
             */
            comment_id: string;
        };
        /** @description An objection to the rejection of one's own comment. */
        AppealComment: {
            /** @description Objection: Why the decision should be changed. */
            text: string;
        };
        /** @description An objection that was taken. */
        AppealReceipt: {
            /**
             * Format: uuid
             * @description Id of the comment.
             */
            comment_id: string;
            /**
             * Format: date-time
             * @description When it was taken.
             */
            at: string;
        };
        /** @description An asset: `file_type` tells which of them it is. */
        Asset: components["schemas"]["Image"] | components["schemas"]["Video"] | components["schemas"]["Audio"] | components["schemas"]["Document"];
        /** @description One of `ImageCard`, `VideoCard`, `AudioCard`, `DocumentCard`. */
        AssetCard: components["schemas"]["ImageCard"] | components["schemas"]["VideoCard"] | components["schemas"]["AudioCard"] | components["schemas"]["DocumentCard"];
        /** @description An item, or the fields asked for. */
        AssetDetail: components["schemas"]["Asset"] | components["schemas"]["AssetSelection"];
        /** @description A page of a list. */
        AssetList: {
            /** @description The items of this page, in the order of the list. */
            results: components["schemas"]["ListedAsset"][];
            /** @description Address of the next page; null at the end. */
            next: string | null;
            /** @description Address of the page before; null at the beginning. */
            previous: string | null;
        };
        /** @description An image, video, sound or document with an address of its own. Only the fields asked for with `fields`. */
        AssetSelection: {
            /** @description Its title. */
            title?: string;
            /** @description The text to print with it. */
            caption?: string;
            /** @description Who made it, as it must be printed beside it. */
            credit?: string;
            /** @description Who owns the copyright. */
            copyright_holder?: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms?: string;
            /** @description Address of the full licence, where there is one. */
            license_url?: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at?: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type?: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated?: boolean;
            /** @description Words by which the file is found. */
            keywords?: string[];
            /** @description The day on which it was made. */
            created_on?: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at?: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256?: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions?: components["schemas"]["Rendition"][];
            /** @description What the image shows, for those who cannot see it. Needed before it is published. */
            alt?: string;
            /** @description Width of the whole picture in pixels; null where unknown. */
            width?: number | null;
            /** @description Height of the whole picture in pixels; null where unknown. */
            height?: number | null;
            /** @description What must stay in sight; null when the editor set none. */
            focal_point?: components["schemas"]["FocalPoint"] | null;
            /** @description Whether it moves. */
            animated?: boolean;
            /** @description The uncropped sizes in the format that every browser shows, ready for `srcset` of `img`. */
            srcset?: string;
            /** @description The same sizes in each format, the smallest files first. */
            sources?: components["schemas"]["ImageSource"][];
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id?: string;
            /**
             * @description Says that this is an asset.
             * @default ASSET
             * @constant
             */
            type: "ASSET";
            /** @description Counts the public versions of the item, from 1. */
            version?: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale?: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at?: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at?: string;
            /** @description The public corrections of the item, oldest first. */
            corrections?: components["schemas"]["Correction"][];
            /** @description What the asset is. */
            file_type?: components["schemas"]["AssetType"];
            /**
             * Format: uuid
             * @description Id of the file: the same wherever releases and press kits show it.
             */
            file_id?: string;
            /** @description The newsroom that published it. */
            newsroom?: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug?: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path?: string;
            /** @description Its address on the web. */
            url?: string;
            /** @description What it shows and when it may be of use, for journalists. */
            description?: string;
            /** @description What it is about. */
            topics?: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags?: string[];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice?: components["schemas"]["ThreadMode"] | null;
            /** @description The asset in other languages. */
            translations?: components["schemas"]["TranslationLink"][];
            /** @description Seconds that it plays; null where unknown. */
            duration?: number | null;
            /** @description What is said in it. */
            transcript?: string;
            /** @description A picture for it, such as its first page. */
            poster?: components["schemas"]["Rendition"] | null;
            /** @description Pages; null where unknown. */
            page_count?: number | null;
            /** @description The conversation of the item. */
            thread?: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement?: components["schemas"]["OfficialStatement"] | null;
            /** @description What its page prints in its head, for search engines and social networks. Only with `fields`. */
            metadata?: components["schemas"]["PageMetadata"];
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /**
         * @description What an asset is.
         * @enum {string}
         */
        AssetType: "IMAGE" | "VIDEO" | "AUDIO" | "DOCUMENT";
        /** @description A sound with an address of its own. */
        Audio: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Seconds that it plays; null where unknown. */
            duration: number | null;
            /** @description What is said in it. */
            transcript: string;
            /** @description A picture for it, such as one from the video. */
            poster: components["schemas"]["Rendition"] | null;
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is an asset.
             * @default ASSET
             * @constant
             */
            type: "ASSET";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /**
             * @description Says that this is a sound. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            file_type: "AUDIO";
            /**
             * Format: uuid
             * @description Id of the file: the same wherever releases and press kits show it.
             */
            file_id: string;
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it shows and when it may be of use, for journalists. */
            description: string;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description The asset in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
        };
        /**
         * @description The kind of a file: `AUDIO`.
         * @constant
         */
        AudioAssetType: "AUDIO";
        /** @description A sound file. */
        AudioBlock: {
            /**
             * Format: uuid
             * @description Id of the block: its own in all the world, and stable while the release is edited.
             */
            id: string;
            /**
             * @description Says that this is a sound. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "AUDIO";
            /** @description The file. */
            file: components["schemas"]["AudioFile"];
            /** @description Title of the sound. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description What is said in it. */
            transcript: string;
        };
        /** @description A sound with an address of its own. As lists show it. */
        AudioCard: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Seconds that it plays; null where unknown. */
            duration: number | null;
            /** @description A picture for it, such as one from the video. */
            poster: components["schemas"]["Rendition"] | null;
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is an asset.
             * @default ASSET
             * @constant
             */
            type: "ASSET";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /**
             * @description Says that this is a sound. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            file_type: "AUDIO";
            /**
             * Format: uuid
             * @description Id of the file: the same wherever releases and press kits show it.
             */
            file_id: string;
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description The asset in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description A sound. */
        AudioFile: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Seconds that it plays; null where unknown. */
            duration: number | null;
            /** @description What is said in it. */
            transcript: string;
            /** @description A picture for it, such as one from the video. */
            poster: components["schemas"]["Rendition"] | null;
            /**
             * Format: uuid
             * @description Id of the file: the same wherever it is shown.
             */
            id: string;
            /**
             * @description Says that this is a sound. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "AUDIO";
        };
        /** @description One of `HeadingBlock`, `ParagraphBlock`, `QuoteBlock`, `FactsBlock`, `ImageBlock`, `GalleryBlock`, `VideoBlock`, `AudioBlock`, `DocumentBlock`, `EmbedBlock`, `TableBlock`, `CtaBlock`. */
        BodyBlock: components["schemas"]["HeadingBlock"] | components["schemas"]["ParagraphBlock"] | components["schemas"]["QuoteBlock"] | components["schemas"]["FactsBlock"] | components["schemas"]["ImageBlock"] | components["schemas"]["GalleryBlock"] | components["schemas"]["VideoBlock"] | components["schemas"]["AudioBlock"] | components["schemas"]["DocumentBlock"] | components["schemas"]["EmbedBlock"] | components["schemas"]["TableBlock"] | components["schemas"]["CtaBlock"];
        /** @description The standing text about the organisation that ends a release. */
        Boilerplate: {
            /** @description Heading of the text, such as: About Norrvind. */
            title: string;
            /** @description The text as HTML. */
            html: string;
        };
        /** @description Something that happened to an item in public. */
        Change: {
            /** @description Numbers everything that happens in public in this installation, in order. */
            seq: number;
            /**
             * @description Published; corrected; refreshed, when something that the item shows changed; or withdrawn: take it down.
             * @enum {string}
             */
            action: "ISSUED" | "CORRECTED" | "REFRESHED" | "WITHDRAWN";
            /**
             * Format: uuid
             * @description Id of the item.
             */
            item: string;
            /** @description What the item is. */
            type: components["schemas"]["ItemType"];
            /** @description What kind of release or of file it is; null for other types. */
            kind: components["schemas"]["ReleaseKind"] | components["schemas"]["AssetType"] | null;
            /** @description Id of its newsroom; null for people and topics. */
            newsroom: string | null;
            /** @description The version of the item that it made. */
            version: number;
            /** @description The public note of a correction, or the reason of a withdrawal; else empty. “This item is no longer part of what you carry.”: it has left the scope. */
            note: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            issued_at: string;
            /** @description The whole item as it was issued, without files that the scope excludes; null for a withdrawal, and for what has been withdrawn since. */
            document: components["schemas"]["IssuedItem"] | null;
        };
        /** @description A page of what happened. */
        ChangeList: {
            /** @description In the order in which it happened; the snapshot in the order of the last changes. */
            results: components["schemas"]["Change"][];
            /** @description Address at which to go on, now or later. It never ends. */
            next: string;
            /** @description Whether there is more already: go on at once. */
            has_more: boolean;
            /** @description Whether this page is of what there was to begin with. What a whole snapshot did not name, is not public. */
            snapshot: boolean;
        };
        /** @description An address in a social network or elsewhere. */
        Channel: {
            /** @description Name of the service, such as `LinkedIn`. */
            service: string;
            /** @description Address of the profile or page. */
            url: string;
        };
        /** @description The newsroom's colours, for frontends that show several newsrooms. */
        Colours: {
            /** @description Main colour as `#rrggbb`. */
            primary: string | null;
            /** @description Second colour as `#rrggbb`. */
            accent: string | null;
        };
        /** @description A comment. Of one that is public no more, only its place in the thread is left. */
        Comment: {
            /**
             * Format: uuid
             * @description Id of the comment: a random UUID, the same in every API.
             */
            id: string;
            /**
             * Format: uuid
             * @description Id of its thread.
             */
            thread_id: string;
            /**
             * Format: uuid
             * @description Id of the item whose thread it is.
             */
            item_id: string;
            /** @description Id of the comment that it replies to; null at the top of the thread. */
            parent_id: string | null;
            /** @description How many comments it stands below: 0 at the top of the thread. */
            depth: number;
            /** @description Whether it is still public. */
            state: components["schemas"]["CommentState"];
            /** @description What it is meant as. */
            kind: components["schemas"]["CommentKind"];
            /** @description Who wrote it; null when it is public no more. */
            author: components["schemas"]["CommentAuthor"] | null;
            /** @description The text as HTML, safe to show as it is; empty when it is public no more. */
            body: string;
            /** @description Language of the thread, as a BCP 47 tag. */
            language: string;
            /**
             * Format: date-time
             * @description When it was first published.
             */
            published_at: string;
            /** @description When its author last changed it, if ever. */
            edited_at: string | null;
            /** @description Whether an editor keeps it at the top. */
            pinned: boolean;
            /** @description Replies to it, directly. */
            reply_count: number;
            /** @description Reactions to it by name, the most frequent first. */
            reactions: components["schemas"]["ReactionCount"][];
            /** @description Reactions to it. */
            reaction_count: number;
            /** @description When the organisation first answered it, if it did. */
            answered_at: string | null;
            /** @description Who answered it for the organisation. */
            answered_by: components["schemas"]["AnsweredBy"] | null;
            /** @description For official answers: id of the statement that it links to. */
            statement_id: string | null;
            /** @description What its author added to it, as far as an editor has approved it. */
            attachments: components["schemas"]["Contribution"][];
            /** @description Its address on the web: that of the item, with the comment's id in `comment` and as `#comment-…`: show the part of the thread that it is in. */
            url: string;
            /** @description Number of its last public change: the order of the list of changes. */
            seq: number;
        };
        /** @description Who wrote a comment, as its author said; nobody's e-mail address. */
        CommentAuthor: {
            /** @description Name. */
            name: string;
            /** @description The author's web address, if any: link to it with rel="nofollow ugc". */
            url: string | null;
            /** @description Organisation, if any. */
            organisation: string;
            /** @description Title or position, if any. */
            title: string;
            /** @description What the author is to the organisation, in the author's own words. */
            relation: components["schemas"]["Relation"] | null;
            /** @description Whether a site with a log-in vouches for the author. */
            verified: boolean;
            /** @description Whether the author speaks for the organisation: show a badge. */
            official: boolean;
            /** @description For official answers: id of the person who speaks. */
            person_id: string | null;
        };
        /** @description A comment that changed in public. */
        CommentChange: {
            /** @description Number of the change. What changes later has a greater one; what changed together, the same. */
            seq: number;
            /** @description The comment as it is now. Of one that is public no more: its place. */
            comment: components["schemas"]["Comment"];
        };
        /** @description A page of changes. It has always a `next`. */
        CommentChangeList: {
            /** @description The changes, in the order in which they happened. */
            results: components["schemas"]["CommentChange"][];
            /** @description Address of what comes after: keep it, and ask there again later. Where nothing is new, it is the address that you asked. */
            next: string;
            /**
             * @description Always null: changes are read forward.
             * @constant
             */
            previous: string | null;
            /** @description Whether there are more already: then go on at once, else wait a while. */
            has_more: boolean;
        };
        /** @description A comment with those above it. */
        CommentContext: {
            /** @description The comments above it, from the top of the thread down; of very deep ones the nearest 100. */
            parents: components["schemas"]["Comment"][];
            /** @description The comment itself. */
            comment: components["schemas"]["Comment"];
        };
        /** @description Published comments by kind. */
        CommentCounts: {
            /** @description Questions. */
            question: number;
            /** @description Praise. */
            praise: number;
            /** @description Criticism. */
            criticism: number;
            /** @description Other comments. */
            other: number;
        };
        /** @description What a form for comments has to know. */
        CommentForm: {
            /** @description Language of labels and hints, as a BCP 47 tag. */
            locale: string;
            /** @description Who may comment now, and when comments show. */
            mode: components["schemas"]["ThreadMode"];
            /** @description The fields for a comment, in their order. */
            fields: components["schemas"]["FormField"][];
            /** @description The fields for a report of a comment. */
            report_fields: components["schemas"]["FormField"][];
            /** @description What the text may hold. */
            markup: components["schemas"]["CommentMarkup"];
            /** @description Names of the reactions that may be given to comments. */
            reactions: string[];
            /** @description Seconds that one person must wait between two comments; 0: none. */
            slow_seconds: number;
            /** @description Minutes for which a comment may be edited by its author. */
            edit_minutes: number;
            /** @description What becomes of the e-mail address. */
            email_policy: components["schemas"]["EmailPolicy"];
            /** @description Whether a proof of work must be sent with a comment. */
            proof_of_work: boolean;
            /** @description The task for the proof of work, as ALTCHA's widget takes it: JSON. Null when none is asked for. */
            challenge: string | null;
            /** @description Whether files may be added. */
            attachments: boolean;
            /** @description What the newsroom asks of those who comment. */
            guidelines: string;
        };
        /** @description A comment, and in a tree the first replies to it. */
        CommentInTree: {
            /**
             * Format: uuid
             * @description Id of the comment: a random UUID, the same in every API.
             */
            id: string;
            /**
             * Format: uuid
             * @description Id of its thread.
             */
            thread_id: string;
            /**
             * Format: uuid
             * @description Id of the item whose thread it is.
             */
            item_id: string;
            /** @description Id of the comment that it replies to; null at the top of the thread. */
            parent_id: string | null;
            /** @description How many comments it stands below: 0 at the top of the thread. */
            depth: number;
            /** @description Whether it is still public. */
            state: components["schemas"]["CommentState"];
            /** @description What it is meant as. */
            kind: components["schemas"]["CommentKind"];
            /** @description Who wrote it; null when it is public no more. */
            author: components["schemas"]["CommentAuthor"] | null;
            /** @description The text as HTML, safe to show as it is; empty when it is public no more. */
            body: string;
            /** @description Language of the thread, as a BCP 47 tag. */
            language: string;
            /**
             * Format: date-time
             * @description When it was first published.
             */
            published_at: string;
            /** @description When its author last changed it, if ever. */
            edited_at: string | null;
            /** @description Whether an editor keeps it at the top. */
            pinned: boolean;
            /** @description Replies to it, directly. */
            reply_count: number;
            /** @description Reactions to it by name, the most frequent first. */
            reactions: components["schemas"]["ReactionCount"][];
            /** @description Reactions to it. */
            reaction_count: number;
            /** @description When the organisation first answered it, if it did. */
            answered_at: string | null;
            /** @description Who answered it for the organisation. */
            answered_by: components["schemas"]["AnsweredBy"] | null;
            /** @description For official answers: id of the statement that it links to. */
            statement_id: string | null;
            /** @description What its author added to it, as far as an editor has approved it. */
            attachments: components["schemas"]["Contribution"][];
            /** @description Its address on the web: that of the item, with the comment's id in `comment` and as `#comment-…`: show the part of the thread that it is in. */
            url: string;
            /** @description Number of its last public change: the order of the list of changes. */
            seq: number;
            /**
             * @description With `view=TREE` only: the first replies to it.
             * @default null
             */
            replies: components["schemas"]["Replies"] | null;
        };
        /**
         * @description What a comment is meant as, in its author's view.
         * @enum {string}
         */
        CommentKind: "QUESTION" | "PRAISE" | "CRITICISM" | "OTHER";
        /** @description A page of a list. */
        CommentList: {
            /** @description The items of this page, in the order of the list. */
            results: components["schemas"]["CommentInTree"][];
            /** @description Address of the next page; null at the end. */
            next: string | null;
            /** @description Address of the page before; null at the beginning. */
            previous: string | null;
        };
        /** @description What the text of a comment may hold. Everything else is left out; plain text gets paragraphs and links. */
        CommentMarkup: {
            /** @description HTML elements. */
            elements: components["schemas"]["MarkupElement"][];
            /** @description Addresses, by attribute. */
            url_schemes: components["schemas"]["UrlSchemes"][];
            /** @description Most characters, markup included; a line end counts as one. */
            max_length: number;
        };
        /** @description What became of one's own comment. */
        CommentReceipt: {
            /**
             * Format: uuid
             * @description Id of the comment.
             */
            id: string;
            /** @description What became of it. Only what is `PUBLISHED` is public. */
            status: components["schemas"]["CommentStatus"];
            /** @description Why it waits or was refused, in English; empty when it is public. */
            message: string;
            /** @description Until when its author may edit it; null when that is over, or it was refused or withdrawn. */
            editable_until: string | null;
            /** @description The comment as everybody sees it, or its place when it was public before; null when it never was. */
            comment: components["schemas"]["Comment"] | null;
        };
        /**
         * @description Whether a comment that has been public still is. What never was public is nowhere.
         * @enum {string}
         */
        CommentState: "PUBLISHED" | "WITHDRAWN" | "REMOVED";
        /**
         * @description What became of a comment, as only its author is told.
         * @enum {string}
         */
        CommentStatus: "PUBLISHED" | "HELD" | "REJECTED" | "WITHDRAWN" | "ERASED";
        /** @description A file to contribute: to a newsroom, to an item, or to one's own comment. The file is sent next. */
        Contribute: {
            /** @description Newsroom: Slug of the newsroom; or give `item` or `comment`. */
            newsroom?: string;
            /**
             * Format: uuid
             * @description Item: Id of the item that it is about.
             */
            item?: string | null;
            /**
             * Format: uuid
             * @description Comment: Id of one's own comment, whose edit token goes with it.
             */
            comment?: string | null;
            /** @description File: Name of the file, with its extension. */
            file_name: string;
            /** @description Title: What it is. */
            title?: string;
            /** @description Description: What it shows or says. */
            description?: string;
            /** @description Made by: Who made it, as it is to be printed beside it; your name when it is left out. */
            credit?: string;
            /** @description Name: Shown with the file. */
            author_name?: string;
            /**
             * Format: email
             * @description E-mail: Never shown to anybody.
             */
            email?: string;
            /** @description Organisation: Whom you work for or speak for, if anybody. */
            organisation?: string;
            /**
             * @description I agree to the terms: True: its sender agrees to the terms.
             * @constant
             */
            consent: true;
            /** @description Terms version: Version of the terms that its sender was shown. */
            terms_version: string;
            /** @description Visitor token: The visitor's token from an earlier answer, if there was one. */
            visitor_token?: string;
            /** @description Identity token: A signed token (JWT) of a site with its own log-in: name and e-mail may come from there. */
            identity_token?: string;
            /** @description Proof of work: The solution of the form's challenge (ALTCHA), where the newsroom asks for one. */
            proof_of_work?: string;
            /** @description Leave this empty: A trap for programs: hide it from people and send it as it is filled in. */
            website?: string;
        };
        /** @description A file that a visitor contributed and an editor approved: to a comment, to an item, or to a newsroom. */
        Contribution: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a contribution.
             * @default CONTRIBUTION
             * @constant
             */
            type: "CONTRIBUTION";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom that it was sent to. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Title. */
            title: string;
            /** @description What its contributor says of it, as plain text. */
            description: string;
            /** @description Who contributed it: name that person beside it. */
            contributor: components["schemas"]["Contributor"];
            /** @description An image, video, sound or document. */
            file: components["schemas"]["MediaFile"];
            /** @description Id of the item that it was contributed to, if any. */
            item_id: string | null;
            /** @description Id of the comment that it belongs to, if any. */
            comment_id: string | null;
        };
        /** @description A file that a visitor contributed and an editor approved: to a comment, to an item, or to a newsroom. As lists show it. */
        ContributionCard: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a contribution.
             * @default CONTRIBUTION
             * @constant
             */
            type: "CONTRIBUTION";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom that it was sent to. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Title. */
            title: string;
            /** @description What its contributor says of it, as plain text. */
            description: string;
            /** @description Who contributed it: name that person beside it. */
            contributor: components["schemas"]["Contributor"];
            /** @description An image, video, sound or document. */
            file: components["schemas"]["MediaFile"];
            /** @description Id of the item that it was contributed to, if any. */
            item_id: string | null;
            /** @description Id of the comment that it belongs to, if any. */
            comment_id: string | null;
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description An item, or the fields asked for. */
        ContributionDetail: components["schemas"]["Contribution"] | components["schemas"]["ContributionSelection"];
        /** @description A page of a list. */
        ContributionList: {
            /** @description The items of this page, in the order of the list. */
            results: components["schemas"]["ListedContribution"][];
            /** @description Address of the next page; null at the end. */
            next: string | null;
            /** @description Address of the page before; null at the beginning. */
            previous: string | null;
        };
        /** @description A file that a visitor contributed and an editor approved: to a comment, to an item, or to a newsroom. Only the fields asked for with `fields`. */
        ContributionSelection: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id?: string;
            /**
             * @description Says that this is a contribution.
             * @default CONTRIBUTION
             * @constant
             */
            type: "CONTRIBUTION";
            /** @description Counts the public versions of the item, from 1. */
            version?: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale?: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at?: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at?: string;
            /** @description The public corrections of the item, oldest first. */
            corrections?: components["schemas"]["Correction"][];
            /** @description The newsroom that it was sent to. */
            newsroom?: components["schemas"]["NewsroomLink"];
            /** @description Title. */
            title?: string;
            /** @description What its contributor says of it, as plain text. */
            description?: string;
            /** @description Who contributed it: name that person beside it. */
            contributor?: components["schemas"]["Contributor"];
            /** @description An image, video, sound or document. */
            file?: components["schemas"]["MediaFile"];
            /** @description Id of the item that it was contributed to, if any. */
            item_id?: string | null;
            /** @description Id of the comment that it belongs to, if any. */
            comment_id?: string | null;
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description What became of one's own contribution. */
        ContributionStanding: {
            /**
             * Format: uuid
             * @description Id of the contribution.
             */
            id: string;
            /** @description `AWAITED`, `HELD`, `PUBLISHED` (approved), `REJECTED` or `WITHDRAWN`. */
            status: string;
            /** @description What an editor says about it; empty when there is nothing to say. */
            message: string;
        };
        /** @description What a form for contributions has to know of a newsroom. */
        ContributionTerms: {
            /** @description Whether the newsroom takes files. */
            open: boolean;
            /** @description What is agreed to, as plain text: show it. */
            text: string;
            /** @description Version of the text: send it with the consent. */
            version: string;
            /** @description Most bytes of a file. */
            most_bytes: number;
            /** @description The types of files that are taken, in words. */
            accepted: string;
            /** @description Whether a proof of work is asked for. */
            proof_of_work: boolean;
            /** @description Most files of a comment. */
            most_per_comment: number;
        };
        /** @description Who contributed it, as that person said; nobody's e-mail address. */
        Contributor: {
            /** @description Name. */
            name: string;
            /** @description Organisation, if any. */
            organisation: string;
        };
        /** @description One public correction of an item. */
        Correction: {
            /** @description The version of the item that carried the correction. */
            version: number;
            /** @description What was corrected, in the publisher's words. */
            note: string;
            /**
             * Format: date-time
             * @description When the correction was made public.
             */
            at: string;
        };
        /** @description A button. */
        CtaBlock: {
            /**
             * Format: uuid
             * @description Id of the block: its own in all the world, and stable while the release is edited.
             */
            id: string;
            /**
             * @description Says that this is a button. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "CTA";
            /** @description The words on it. */
            text: string;
            /** @description Where it leads. */
            url: string;
        };
        /** @description Where and when the text is dated from. */
        Dateline: {
            /** @description The place; empty when not given. */
            place: string;
            /**
             * Format: date
             * @description The date.
             */
            date: string;
        };
        /** @description A subject put up for discussion: an item made for its conversation alone. */
        Discussion: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a discussion.
             * @default DISCUSSION
             * @constant
             */
            type: "DISCUSSION";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom that hosts it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it is about. */
            title: string;
            /** @description What the conversation is about, and what you ask of readers. */
            opening: string;
            /** @description Who leads the conversation. */
            host: components["schemas"]["PersonLink"] | null;
            /** @description Who answers questions. */
            experts: components["schemas"]["PersonLink"][];
            /** @description Readers ask and the experts below answer: unanswered questions come last. */
            question_and_answer: boolean;
            /** @description Before, everybody may read and nobody comment. Empty: at once. */
            opens_at: string | null;
            /** @description From then on everybody may read and nobody comment. */
            closes_at: string | null;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description The discussion in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
        };
        /** @description A subject put up for discussion: an item made for its conversation alone. As lists show it. */
        DiscussionCard: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a discussion.
             * @default DISCUSSION
             * @constant
             */
            type: "DISCUSSION";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom that hosts it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it is about. */
            title: string;
            /** @description Who leads the conversation. */
            host: components["schemas"]["PersonLink"] | null;
            /** @description Readers ask and the experts below answer: unanswered questions come last. */
            question_and_answer: boolean;
            /** @description Before, everybody may read and nobody comment. Empty: at once. */
            opens_at: string | null;
            /** @description From then on everybody may read and nobody comment. */
            closes_at: string | null;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description The discussion in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description An item, or the fields asked for. */
        DiscussionDetail: components["schemas"]["Discussion"] | components["schemas"]["DiscussionSelection"];
        /** @description A page of a list. */
        DiscussionList: {
            /** @description The items of this page, in the order of the list. */
            results: components["schemas"]["ListedDiscussion"][];
            /** @description Address of the next page; null at the end. */
            next: string | null;
            /** @description Address of the page before; null at the beginning. */
            previous: string | null;
        };
        /** @description A subject put up for discussion: an item made for its conversation alone. Only the fields asked for with `fields`. */
        DiscussionSelection: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id?: string;
            /**
             * @description Says that this is a discussion.
             * @default DISCUSSION
             * @constant
             */
            type: "DISCUSSION";
            /** @description Counts the public versions of the item, from 1. */
            version?: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale?: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at?: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at?: string;
            /** @description The public corrections of the item, oldest first. */
            corrections?: components["schemas"]["Correction"][];
            /** @description The newsroom that hosts it. */
            newsroom?: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug?: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path?: string;
            /** @description Its address on the web. */
            url?: string;
            /** @description What it is about. */
            title?: string;
            /** @description What the conversation is about, and what you ask of readers. */
            opening?: string;
            /** @description Who leads the conversation. */
            host?: components["schemas"]["PersonLink"] | null;
            /** @description Who answers questions. */
            experts?: components["schemas"]["PersonLink"][];
            /** @description Readers ask and the experts below answer: unanswered questions come last. */
            question_and_answer?: boolean;
            /** @description Before, everybody may read and nobody comment. Empty: at once. */
            opens_at?: string | null;
            /** @description From then on everybody may read and nobody comment. */
            closes_at?: string | null;
            /** @description What it is about. */
            topics?: components["schemas"]["TopicLink"][];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice?: components["schemas"]["ThreadMode"] | null;
            /** @description The discussion in other languages. */
            translations?: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread?: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement?: components["schemas"]["OfficialStatement"] | null;
            /** @description What its page prints in its head, for search engines and social networks. Only with `fields`. */
            metadata?: components["schemas"]["PageMetadata"];
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description A document with an address of its own. */
        Document: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Pages; null where unknown. */
            page_count: number | null;
            /** @description A picture for it, such as its first page. */
            poster: components["schemas"]["Rendition"] | null;
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is an asset.
             * @default ASSET
             * @constant
             */
            type: "ASSET";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /**
             * @description Says that this is a document to download. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            file_type: "DOCUMENT";
            /**
             * Format: uuid
             * @description Id of the file: the same wherever releases and press kits show it.
             */
            file_id: string;
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it shows and when it may be of use, for journalists. */
            description: string;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description The asset in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
        };
        /**
         * @description The kind of a file: `DOCUMENT`.
         * @constant
         */
        DocumentAssetType: "DOCUMENT";
        /** @description A document to download. */
        DocumentBlock: {
            /**
             * Format: uuid
             * @description Id of the block: its own in all the world, and stable while the release is edited.
             */
            id: string;
            /**
             * @description Says that this is a document. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "DOCUMENT";
            /** @description The file. */
            file: components["schemas"]["DocumentFile"];
            /** @description Title of the document. */
            title: string;
            /** @description What the document is. */
            caption: string;
        };
        /** @description A document with an address of its own. As lists show it. */
        DocumentCard: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Pages; null where unknown. */
            page_count: number | null;
            /** @description A picture for it, such as its first page. */
            poster: components["schemas"]["Rendition"] | null;
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is an asset.
             * @default ASSET
             * @constant
             */
            type: "ASSET";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /**
             * @description Says that this is a document to download. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            file_type: "DOCUMENT";
            /**
             * Format: uuid
             * @description Id of the file: the same wherever releases and press kits show it.
             */
            file_id: string;
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description The asset in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description A document to download. */
        DocumentFile: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Pages; null where unknown. */
            page_count: number | null;
            /** @description A picture for it, such as its first page. */
            poster: components["schemas"]["Rendition"] | null;
            /**
             * Format: uuid
             * @description Id of the file: the same wherever it is shown.
             */
            id: string;
            /**
             * @description Says that this is a document. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "DOCUMENT";
        };
        /** @description What a comment said before it was edited. */
        EarlierText: {
            /**
             * Format: date-time
             * @description When it was edited.
             */
            until: string;
            /** @description The text as it was typed. */
            text: string;
        };
        /** @description Another text for one's own comment. */
        EditComment: {
            /** @description Comment: Plain text; some HTML is allowed. */
            body: string;
        };
        /** @description A page of a list. */
        EditionList: {
            /** @description The items of this page, in the order of the list. */
            results: components["schemas"]["ItemEdition"][];
            /** @description Address of the next page; null at the end. */
            next: string | null;
            /** @description Address of the page before; null at the beginning. */
            previous: string | null;
        };
        /**
         * @description What becomes of the e-mail address that a visitor gives.
         * @enum {string}
         */
        EmailPolicy: "OFF" | "OPTIONAL" | "REQUIRED";
        /** @description Something from another site. Ask readers for consent before loading it. */
        EmbedBlock: {
            /**
             * Format: uuid
             * @description Id of the block: its own in all the world, and stable while the release is edited.
             */
            id: string;
            /**
             * @description Says that this is an embed. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "EMBED";
            /** @description Address of the original. */
            url: string;
            /** @description Its title; empty when unknown. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Name of the other site; empty when unknown. */
            provider: string;
            /** @description A picture of it on the other site, so that loading it tells that site of the reader too. */
            thumbnail_url: string | null;
            /** @description A frame that plays it, to be put on the page after consent; empty when there is only the link. */
            html: string;
            /** @description Width of the player in pixels; null when it takes what there is. */
            width: number | null;
            /** @description Height of the player in pixels; null when unknown. */
            height: number | null;
        };
        /** @description When and where an event takes place. */
        Event: {
            /** @description When it starts. */
            start: string | null;
            /** @description When it ends. */
            end: string | null;
            /** @description Where it takes place. */
            place: string;
            /** @description Where to sign up. */
            sign_up_url: string | null;
        };
        /** @description Facts in short. */
        FactsBlock: {
            /**
             * Format: uuid
             * @description Id of the block: its own in all the world, and stable while the release is edited.
             */
            id: string;
            /**
             * @description Says that these are facts. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "FACTS";
            /** @description Heading; empty when there is none. */
            title: string;
            /** @description The facts, each a sentence or a figure. */
            facts: string[];
        };
        /** @description A feed of a newsroom, for `<link rel="alternate">` in the head of its pages. */
        FeedLink: {
            /** @description Name of the feed, in the newsroom's language. */
            title: string;
            /** @description Media type, such as `application/atom+xml`. */
            type: string;
            /** @description Absolute address. */
            href: string;
        };
        /** @description A value that may be chosen. */
        FieldChoice: {
            /** @description What is sent. */
            value: string;
            /** @description What people read, in the language of the form. */
            label: string;
        };
        /**
         * @description What goes into a field of a form.
         * @enum {string}
         */
        FieldType: "LINE" | "TEXT" | "MARKUP" | "EMAIL" | "URL" | "CHOICE" | "TRAP";
        /** @description The point that stays in sight when the image is cropped: fractions of width and height, from the top left. */
        FocalPoint: {
            /** @description From the left edge, 0 to 1. */
            x: number;
            /** @description From the top edge, 0 to 1. */
            y: number;
        };
        /** @description A field of a form. */
        FormField: {
            /** @description Name of the input that takes it. */
            name: string;
            /** @description What people read beside it, in the language of the form. */
            label: string;
            /** @description A hint, in the language of the form. */
            help: string;
            /** @description What goes into it. */
            type: components["schemas"]["FieldType"];
            /** @description Whether it must be filled in. */
            required: boolean;
            /** @description Most characters, where there is a limit. */
            max_length: number | null;
            /** @description What may be chosen; empty where anything may be written. */
            choices: components["schemas"]["FieldChoice"][];
        };
        /** @description Several images together. */
        GalleryBlock: {
            /**
             * Format: uuid
             * @description Id of the block: its own in all the world, and stable while the release is edited.
             */
            id: string;
            /**
             * @description Says that this is a gallery. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "GALLERY";
            /** @description Heading; empty when there is none. */
            title: string;
            /** @description The images. */
            images: components["schemas"]["ImageFile"][];
        };
        /** @description A heading inside the text. */
        HeadingBlock: {
            /**
             * Format: uuid
             * @description Id of the block: its own in all the world, and stable while the release is edited.
             */
            id: string;
            /**
             * @description Says that this is a heading. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "HEADING";
            /** @description The heading. */
            text: string;
            /** @description Its level, 2 to 4: 1 is the title of the release. */
            level: number;
        };
        /** @description An image with an address of its own. */
        Image: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description What the image shows, for those who cannot see it. Needed before it is published. */
            alt: string;
            /** @description Width of the whole picture in pixels; null where unknown. */
            width: number | null;
            /** @description Height of the whole picture in pixels; null where unknown. */
            height: number | null;
            /** @description What must stay in sight; null when the editor set none. */
            focal_point: components["schemas"]["FocalPoint"] | null;
            /** @description Whether it moves. */
            animated: boolean;
            /** @description The uncropped sizes in the format that every browser shows, ready for `srcset` of `img`. */
            srcset: string;
            /** @description The same sizes in each format, the smallest files first. */
            sources: components["schemas"]["ImageSource"][];
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is an asset.
             * @default ASSET
             * @constant
             */
            type: "ASSET";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /**
             * @description Says that this is an image. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            file_type: "IMAGE";
            /**
             * Format: uuid
             * @description Id of the file: the same wherever releases and press kits show it.
             */
            file_id: string;
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it shows and when it may be of use, for journalists. */
            description: string;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description The asset in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
        };
        /**
         * @description The kind of a file: `IMAGE`.
         * @constant
         */
        ImageAssetType: "IMAGE";
        /** @description An image inside the text. */
        ImageBlock: {
            /**
             * Format: uuid
             * @description Id of the block: its own in all the world, and stable while the release is edited.
             */
            id: string;
            /**
             * @description Says that this is an image. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "IMAGE";
            /** @description The image. */
            image: components["schemas"]["ImageFile"];
            /** @description The text to print with it. */
            caption: string;
        };
        /** @description An image with an address of its own. As lists show it. */
        ImageCard: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description What the image shows, for those who cannot see it. Needed before it is published. */
            alt: string;
            /** @description Width of the whole picture in pixels; null where unknown. */
            width: number | null;
            /** @description Height of the whole picture in pixels; null where unknown. */
            height: number | null;
            /** @description What must stay in sight; null when the editor set none. */
            focal_point: components["schemas"]["FocalPoint"] | null;
            /** @description Whether it moves. */
            animated: boolean;
            /** @description The uncropped sizes in the format that every browser shows, ready for `srcset` of `img`. */
            srcset: string;
            /** @description The same sizes in each format, the smallest files first. */
            sources: components["schemas"]["ImageSource"][];
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is an asset.
             * @default ASSET
             * @constant
             */
            type: "ASSET";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /**
             * @description Says that this is an image. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            file_type: "IMAGE";
            /**
             * Format: uuid
             * @description Id of the file: the same wherever releases and press kits show it.
             */
            file_id: string;
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description The asset in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description An image with its rights and its sizes. */
        ImageFile: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description What the image shows, for those who cannot see it. Needed before it is published. */
            alt: string;
            /** @description Width of the whole picture in pixels; null where unknown. */
            width: number | null;
            /** @description Height of the whole picture in pixels; null where unknown. */
            height: number | null;
            /** @description What must stay in sight; null when the editor set none. */
            focal_point: components["schemas"]["FocalPoint"] | null;
            /** @description Whether it moves. */
            animated: boolean;
            /** @description The uncropped sizes in the format that every browser shows, ready for `srcset` of `img`. */
            srcset: string;
            /** @description The same sizes in each format, the smallest files first. */
            sources: components["schemas"]["ImageSource"][];
            /**
             * Format: uuid
             * @description Id of the file: the same wherever it is shown.
             */
            id: string;
            /**
             * @description Says that this is an image. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "IMAGE";
        };
        /** @description The sizes of an image in one format, for the `source` element of `picture`. */
        ImageSource: {
            /** @description Media type of the files. */
            content_type: string;
            /** @description The uncropped sizes, ready for the `srcset` attribute. */
            srcset: string;
        };
        /** @description Where the API begins. */
        Index: {
            /** @description Address of the list of newsrooms. */
            newsrooms: string;
            /** @description Address of the list of releases. */
            releases: string;
            /** @description Address of the list of assets. */
            assets: string;
            /** @description Address of the list of press kits. */
            press_kits: string;
            /** @description Address of the list of discussions. */
            discussions: string;
            /** @description Address of the list of threads. */
            threads: string;
            /** @description Address of the list of changes of comments. */
            comment_changes: string;
            /** @description Address of everything that happens in public, for copies that stay true. */
            changes: string;
            /** @description Address at which partners acknowledge versions. */
            receipts: string;
            /** @description Address of the list of official statements. */
            official_statements: string;
            /** @description Address of the list of topics. */
            topics: string;
            /** @description Address of the list of people. */
            people: string;
            /** @description Address at which items are looked up by their path. */
            items: string;
            /** @description Address at which drafts are read with a preview token. */
            preview: string;
            /** @description Address of the OpenAPI description. */
            openapi: string;
            /** @description Address of the documentation for reading. */
            docs: string;
        };
        /** @description A sound with an address of its own. As it was issued. */
        IssuedAudio: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Seconds that it plays; null where unknown. */
            duration: number | null;
            /** @description What is said in it. */
            transcript: string;
            /** @description A picture for it, such as one from the video. */
            poster: components["schemas"]["Rendition"] | null;
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is an asset.
             * @default ASSET
             * @constant
             */
            type: "ASSET";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description Says that this is a sound. */
            file_type: components["schemas"]["AudioAssetType"];
            /**
             * Format: uuid
             * @description Id of the file: the same wherever releases and press kits show it.
             */
            file_id: string;
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it shows and when it may be of use, for journalists. */
            description: string;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description The asset in other languages. */
            translations: components["schemas"]["TranslationLink"][];
        };
        /** @description A file that a visitor contributed and an editor approved: to a comment, to an item, or to a newsroom. As it was issued. */
        IssuedContribution: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a contribution.
             * @default CONTRIBUTION
             * @constant
             */
            type: "CONTRIBUTION";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom that it was sent to. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Title. */
            title: string;
            /** @description What its contributor says of it, as plain text. */
            description: string;
            /** @description Who contributed it: name that person beside it. */
            contributor: components["schemas"]["Contributor"];
            /** @description An image, video, sound or document. */
            file: components["schemas"]["MediaFile"];
            /** @description Id of the item that it was contributed to, if any. */
            item_id: string | null;
            /** @description Id of the comment that it belongs to, if any. */
            comment_id: string | null;
        };
        /** @description A subject put up for discussion: an item made for its conversation alone. As it was issued. */
        IssuedDiscussion: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a discussion.
             * @default DISCUSSION
             * @constant
             */
            type: "DISCUSSION";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom that hosts it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it is about. */
            title: string;
            /** @description What the conversation is about, and what you ask of readers. */
            opening: string;
            /** @description Who leads the conversation. */
            host: components["schemas"]["PersonLink"] | null;
            /** @description Who answers questions. */
            experts: components["schemas"]["PersonLink"][];
            /** @description Readers ask and the experts below answer: unanswered questions come last. */
            question_and_answer: boolean;
            /** @description Before, everybody may read and nobody comment. Empty: at once. */
            opens_at: string | null;
            /** @description From then on everybody may read and nobody comment. */
            closes_at: string | null;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description The discussion in other languages. */
            translations: components["schemas"]["TranslationLink"][];
        };
        /** @description A document with an address of its own. As it was issued. */
        IssuedDocument: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Pages; null where unknown. */
            page_count: number | null;
            /** @description A picture for it, such as its first page. */
            poster: components["schemas"]["Rendition"] | null;
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is an asset.
             * @default ASSET
             * @constant
             */
            type: "ASSET";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description Says that this is a document to download. */
            file_type: components["schemas"]["DocumentAssetType"];
            /**
             * Format: uuid
             * @description Id of the file: the same wherever releases and press kits show it.
             */
            file_id: string;
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it shows and when it may be of use, for journalists. */
            description: string;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description The asset in other languages. */
            translations: components["schemas"]["TranslationLink"][];
        };
        /** @description An image with an address of its own. As it was issued. */
        IssuedImage: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description What the image shows, for those who cannot see it. Needed before it is published. */
            alt: string;
            /** @description Width of the whole picture in pixels; null where unknown. */
            width: number | null;
            /** @description Height of the whole picture in pixels; null where unknown. */
            height: number | null;
            /** @description What must stay in sight; null when the editor set none. */
            focal_point: components["schemas"]["FocalPoint"] | null;
            /** @description Whether it moves. */
            animated: boolean;
            /** @description The uncropped sizes in the format that every browser shows, ready for `srcset` of `img`. */
            srcset: string;
            /** @description The same sizes in each format, the smallest files first. */
            sources: components["schemas"]["ImageSource"][];
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is an asset.
             * @default ASSET
             * @constant
             */
            type: "ASSET";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description Says that this is an image. */
            file_type: components["schemas"]["ImageAssetType"];
            /**
             * Format: uuid
             * @description Id of the file: the same wherever releases and press kits show it.
             */
            file_id: string;
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it shows and when it may be of use, for journalists. */
            description: string;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description The asset in other languages. */
            translations: components["schemas"]["TranslationLink"][];
        };
        /** @description The item. */
        IssuedItem: components["schemas"]["IssuedRelease"] | components["schemas"]["IssuedNewsroom"] | components["schemas"]["IssuedImage"] | components["schemas"]["IssuedVideo"] | components["schemas"]["IssuedAudio"] | components["schemas"]["IssuedDocument"] | components["schemas"]["IssuedPressKit"] | components["schemas"]["IssuedDiscussion"] | components["schemas"]["IssuedContribution"] | components["schemas"]["IssuedPerson"] | components["schemas"]["IssuedTopic"];
        /** @description A brand's press room in one language. As it was issued. */
        IssuedNewsroom: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a newsroom.
             * @default NEWSROOM
             * @constant
             */
            type: "NEWSROOM";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom's part of every address in it. */
            slug: string;
            /** @description Its address in this installation: `/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description Name of the newsroom. */
            name: string;
            /** @description One line that says what the newsroom is about. */
            tagline: string;
            /** @description About the organisation, for journalists. */
            about: string;
            /** @description The logo that the press may use. */
            logo: components["schemas"]["ImageFile"] | null;
            /** @description Whom the press may turn to. */
            contacts: components["schemas"]["PersonLink"][];
            /** @description Where else the organisation speaks. */
            channels: components["schemas"]["Channel"][];
            /** @description The standing text that its releases end with. */
            boilerplate: components["schemas"]["Boilerplate"] | null;
            /** @description Who may comment, unless a release says otherwise. */
            comment_mode: components["schemas"]["ThreadMode"];
            /** @description What you ask of those who comment. */
            comment_guidelines: string;
            /** @description Its colours. */
            colours: components["schemas"]["Colours"];
            /** @description The newsroom in other languages. */
            translations: components["schemas"]["TranslationLink"][];
        };
        /** @description A spokesperson, a press contact, or somebody quoted. As it was issued. */
        IssuedPerson: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a person.
             * @default PERSON
             * @constant
             */
            type: "PERSON";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description Full name, as readers see it. */
            name: string;
            /** @description Title or position, such as: Head of Press. */
            title: string;
            /** @description The organisation that the person speaks for. */
            organisation: string;
            /** @description E-mail address; public only when you say so. */
            email: string | null;
            /** @description Telephone number; public only when you say so. */
            phone: string | null;
            /** @description What the person does for the press. */
            role: components["schemas"]["PersonRole"];
            /** @description A portrait that the press may use. */
            photo: components["schemas"]["ImageFile"] | null;
            /** @description Where else the person speaks. */
            channels: components["schemas"]["Channel"][];
            /** @description What the person can speak about. */
            topics: components["schemas"]["TopicLink"][];
        };
        /** @description Assets that belong together, to be downloaded together. As it was issued. */
        IssuedPressKit: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a press kit.
             * @default PRESS_KIT
             * @constant
             */
            type: "PRESS_KIT";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description Name of the kit. */
            title: string;
            /** @description What is in the kit, and for whom. */
            description: string;
            /** @description The first image in the kit. */
            cover: components["schemas"]["ImageFile"] | null;
            /** @description What is in the kit, in the editor's order. */
            files: components["schemas"]["MediaFile"][];
            /** @description How many files are in the kit. */
            file_count: number;
            /** @description The release that the kit belongs to, as far as it is public. */
            release: components["schemas"]["ReleaseLink"] | null;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description The kit in other languages. */
            translations: components["schemas"]["TranslationLink"][];
        };
        /** @description A press release, news item, blog post, statement or event notice. As it was issued. */
        IssuedRelease: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a release.
             * @default RELEASE
             * @constant
             */
            type: "RELEASE";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description A statement is the official position on something that happened; an event has a time and a place. */
            kind: components["schemas"]["ReleaseKind"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web, the canonical one where the editor gave one. */
            url: string;
            /** @description The title. */
            title: string;
            /** @description A second line below the title. */
            subtitle: string;
            /** @description What happened, in at most 280 characters. Shown in lists, feeds and social media. */
            summary: string;
            /** @description Where and when the text is dated from. */
            dateline: components["schemas"]["Dateline"];
            /** @description Who wrote it, when the author is named. */
            byline: components["schemas"]["PersonLink"] | null;
            /** @description Shown at the top and in lists. */
            hero: components["schemas"]["ImageFile"] | null;
            /** @description The text, block by block. */
            body: components["schemas"]["BodyBlock"][];
            /** @description The standing text about the organisation. */
            boilerplate: components["schemas"]["Boilerplate"] | null;
            /** @description Whom the press may turn to. */
            contacts: components["schemas"]["PersonLink"][];
            /** @description Images to download. */
            images: components["schemas"]["ImageFile"][];
            /** @description Videos, sounds and documents to download. */
            files: components["schemas"]["MediaFile"][];
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description Further reading on other sites. */
            links: components["schemas"]["Link"][];
            /** @description Other releases that readers should see, as far as they are public. */
            related: components["schemas"]["ReleaseLink"][];
            /** @description The release in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description For events: when and where. */
            event: components["schemas"]["Event"] | null;
            /** @description For statements: addresses of the articles or posts that it answers. */
            about_urls: string[];
            /** @description Keep it at the top of the newsroom. */
            pinned: boolean;
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description Who owns the text, and what others may do with it. */
            rights: components["schemas"]["Rights"];
            /** @description What search engines and social media show. */
            seo: components["schemas"]["Seo"];
        };
        /** @description A subject in the tree of topics. As it was issued. */
        IssuedTopic: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a topic.
             * @default TOPIC
             * @constant
             */
            type: "TOPIC";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The topic's part of a web address. */
            slug: string;
            /** @description Name of the topic, as readers see it. */
            name: string;
            /** @description What is filed under the topic, in a sentence. */
            description: string;
            /** @description The wider topic that it belongs to. */
            parent: components["schemas"]["TopicLink"] | null;
            /** @description Ids of the topics above it, from the top. */
            ancestor_ids: string[];
        };
        /** @description A video with an address of its own. As it was issued. */
        IssuedVideo: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Seconds that it plays; null where unknown. */
            duration: number | null;
            /** @description What is said in it. */
            transcript: string;
            /** @description A picture for it, such as one from the video. */
            poster: components["schemas"]["Rendition"] | null;
            /** @description Width of the whole picture in pixels; null where unknown. */
            width: number | null;
            /** @description Height of the whole picture in pixels; null where unknown. */
            height: number | null;
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is an asset.
             * @default ASSET
             * @constant
             */
            type: "ASSET";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description Says that this is a video. */
            file_type: components["schemas"]["VideoAssetType"];
            /**
             * Format: uuid
             * @description Id of the file: the same wherever releases and press kits show it.
             */
            file_id: string;
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it shows and when it may be of use, for journalists. */
            description: string;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description The asset in other languages. */
            translations: components["schemas"]["TranslationLink"][];
        };
        /** @description An entry of the public history of an item. */
        ItemEdition: {
            /** @description Numbers everything that happens in public in this installation, in order. */
            seq: number;
            /** @description The version of the item that it made. */
            version: number;
            /**
             * @description Published; corrected; refreshed, when something that the item shows changed; or withdrawn.
             * @enum {string}
             */
            action: "ISSUED" | "CORRECTED" | "REFRESHED" | "WITHDRAWN";
            /** @description The public note of a correction, or the reason of a withdrawal; else empty. */
            note: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            /** @description sha256 of the item's document in canonical JSON; empty for a withdrawal. */
            digest: string;
        };
        /** @description What is at a path. */
        ItemLocation: {
            /** @description The item's own path, when the one asked for is a former or second one. */
            moved_to: string | null;
            /** @description The item. */
            item: components["schemas"]["AddressedItem"];
        };
        /**
         * @description What an item is.
         * @enum {string}
         */
        ItemType: "RELEASE" | "NEWSROOM" | "PERSON" | "TOPIC" | "ASSET" | "PRESS_KIT" | "DISCUSSION" | "CONTRIBUTION";
        /** @description Further reading on another site. */
        Link: {
            /** @description The words of the link. */
            text: string;
            /** @description Its address. */
            url: string;
        };
        /** @description One of `AssetCard`, `AssetSelection`. */
        ListedAsset: components["schemas"]["AssetCard"] | components["schemas"]["AssetSelection"];
        /** @description One of `ContributionCard`, `ContributionSelection`. */
        ListedContribution: components["schemas"]["ContributionCard"] | components["schemas"]["ContributionSelection"];
        /** @description One of `DiscussionCard`, `DiscussionSelection`. */
        ListedDiscussion: components["schemas"]["DiscussionCard"] | components["schemas"]["DiscussionSelection"];
        /** @description One of `NewsroomCard`, `NewsroomSelection`. */
        ListedNewsroom: components["schemas"]["NewsroomCard"] | components["schemas"]["NewsroomSelection"];
        /** @description One of `PersonCard`, `PersonSelection`. */
        ListedPerson: components["schemas"]["PersonCard"] | components["schemas"]["PersonSelection"];
        /** @description One of `PressKitCard`, `PressKitSelection`. */
        ListedPressKit: components["schemas"]["PressKitCard"] | components["schemas"]["PressKitSelection"];
        /** @description One of `ReleaseCard`, `ReleaseSelection`. */
        ListedRelease: components["schemas"]["ReleaseCard"] | components["schemas"]["ReleaseSelection"];
        /** @description One of `TopicCard`, `TopicSelection`. */
        ListedTopic: components["schemas"]["TopicCard"] | components["schemas"]["TopicSelection"];
        /** @description An HTML element that the text of a comment may hold. */
        MarkupElement: {
            /** @description Name of the element. */
            name: string;
            /** @description Its attributes; others are left out. */
            attributes: string[];
        };
        /** @description An image, video, sound or document. */
        MediaFile: components["schemas"]["ImageFile"] | components["schemas"]["VideoFile"] | components["schemas"]["AudioFile"] | components["schemas"]["DocumentFile"];
        /**
         * @description The attribute of a `meta` element that says what it tells.
         * @enum {string}
         */
        MetaAttribute: "PROPERTY" | "NAME";
        /** @description A `meta` element for the head of a page. */
        MetaTag: {
            /** @description The attribute that holds `key`: `property` (Open Graph) or `name`. */
            attribute: components["schemas"]["MetaAttribute"];
            /** @description What it tells, such as `og:title` or `twitter:card`. */
            key: string;
            /** @description Its `content`, not escaped. */
            content: string;
        };
        /** @description A brand's press room in one language. */
        Newsroom: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a newsroom.
             * @default NEWSROOM
             * @constant
             */
            type: "NEWSROOM";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom's part of every address in it. */
            slug: string;
            /** @description Its address in this installation: `/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description Name of the newsroom. */
            name: string;
            /** @description One line that says what the newsroom is about. */
            tagline: string;
            /** @description About the organisation, for journalists. */
            about: string;
            /** @description The logo that the press may use. */
            logo: components["schemas"]["ImageFile"] | null;
            /** @description Whom the press may turn to. */
            contacts: components["schemas"]["PersonLink"][];
            /** @description Where else the organisation speaks. */
            channels: components["schemas"]["Channel"][];
            /** @description The standing text that its releases end with. */
            boilerplate: components["schemas"]["Boilerplate"] | null;
            /** @description Who may comment, unless a release says otherwise. */
            comment_mode: components["schemas"]["ThreadMode"];
            /** @description What you ask of those who comment. */
            comment_guidelines: string;
            /** @description Its colours. */
            colours: components["schemas"]["Colours"];
            /** @description The newsroom in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
            /** @description Median seconds in which its newest comments that need an answer were answered; null unless the newsroom shows it, and as long as it has answered little. */
            median_answer_seconds: number | null;
            /** @description Its feeds of releases: print them as `<link rel="alternate">` in the head of its pages. */
            feeds: components["schemas"]["FeedLink"][];
        };
        /** @description A brand's press room in one language. As lists show it. */
        NewsroomCard: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a newsroom.
             * @default NEWSROOM
             * @constant
             */
            type: "NEWSROOM";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom's part of every address in it. */
            slug: string;
            /** @description Its address in this installation: `/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description Name of the newsroom. */
            name: string;
            /** @description One line that says what the newsroom is about. */
            tagline: string;
            /** @description The logo that the press may use. */
            logo: components["schemas"]["ImageFile"] | null;
            /** @description The newsroom in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
            /** @description Median seconds in which its newest comments that need an answer were answered; null unless the newsroom shows it, and as long as it has answered little. */
            median_answer_seconds: number | null;
            /** @description Its feeds of releases: print them as `<link rel="alternate">` in the head of its pages. */
            feeds: components["schemas"]["FeedLink"][];
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description An item, or the fields asked for. */
        NewsroomDetail: components["schemas"]["Newsroom"] | components["schemas"]["NewsroomSelection"];
        /** @description The newsroom of an item. */
        NewsroomLink: {
            /**
             * Format: uuid
             * @description Id of the item.
             */
            id: string;
            /** @description The newsroom's part of every address in it. */
            slug: string;
            /** @description Name of the newsroom. */
            name: string;
            /** @description Language of the newsroom, as a BCP 47 tag. */
            locale: string;
        };
        /** @description A page of a list. */
        NewsroomList: {
            /** @description The items of this page, in the order of the list. */
            results: components["schemas"]["ListedNewsroom"][];
            /** @description Address of the next page; null at the end. */
            next: string | null;
            /** @description Address of the page before; null at the beginning. */
            previous: string | null;
        };
        /** @description A brand's press room in one language. Only the fields asked for with `fields`. */
        NewsroomSelection: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id?: string;
            /**
             * @description Says that this is a newsroom.
             * @default NEWSROOM
             * @constant
             */
            type: "NEWSROOM";
            /** @description Counts the public versions of the item, from 1. */
            version?: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale?: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at?: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at?: string;
            /** @description The public corrections of the item, oldest first. */
            corrections?: components["schemas"]["Correction"][];
            /** @description The newsroom's part of every address in it. */
            slug?: string;
            /** @description Its address in this installation: `/slug`. */
            path?: string;
            /** @description Its address on the web. */
            url?: string;
            /** @description Name of the newsroom. */
            name?: string;
            /** @description One line that says what the newsroom is about. */
            tagline?: string;
            /** @description About the organisation, for journalists. */
            about?: string;
            /** @description The logo that the press may use. */
            logo?: components["schemas"]["ImageFile"] | null;
            /** @description Whom the press may turn to. */
            contacts?: components["schemas"]["PersonLink"][];
            /** @description Where else the organisation speaks. */
            channels?: components["schemas"]["Channel"][];
            /** @description The standing text that its releases end with. */
            boilerplate?: components["schemas"]["Boilerplate"] | null;
            /** @description Who may comment, unless a release says otherwise. */
            comment_mode?: components["schemas"]["ThreadMode"];
            /** @description What you ask of those who comment. */
            comment_guidelines?: string;
            /** @description Its colours. */
            colours?: components["schemas"]["Colours"];
            /** @description The newsroom in other languages. */
            translations?: components["schemas"]["TranslationLink"][];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement?: components["schemas"]["OfficialStatement"] | null;
            /** @description Median seconds in which its newest comments that need an answer were answered; null unless the newsroom shows it, and as long as it has answered little. */
            median_answer_seconds?: number | null;
            /** @description Its feeds of releases: print them as `<link rel="alternate">` in the head of its pages. */
            feeds?: components["schemas"]["FeedLink"][];
            /** @description What its page prints in its head, for search engines and social networks. Only with `fields`. */
            metadata?: components["schemas"]["PageMetadata"];
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description A statement that is pinned to a newsroom or to another item while there is a crisis. */
        OfficialStatement: {
            /**
             * Format: uuid
             * @description Id of the statement, a release.
             */
            id: string;
            /** @description What kind of release it is. */
            kind: components["schemas"]["ReleaseKind"];
            /** @description Title. */
            title: string;
            /** @description Summary. */
            summary: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /**
             * Format: date-time
             * @description When it was first public.
             */
            published_at: string;
        };
        /** @description Everything that is kept of one's own words: for their author alone. */
        OwnComment: {
            /**
             * Format: uuid
             * @description Id of the comment.
             */
            id: string;
            /** @description What it was written about. */
            item_title: string;
            /** @description What became of it. */
            status: components["schemas"]["CommentStatus"];
            /** @description Why it waits or was refused; empty when there is nothing to say. */
            message: string;
            /** @description What it is meant as. */
            kind: components["schemas"]["CommentKind"];
            /** @description Name. */
            author_name: string;
            /** @description E-mail address. */
            email: string;
            /** @description Web address; empty without one. */
            url: string;
            /** @description Organisation; empty without one. */
            organisation: string;
            /** @description Title or position; empty without one. */
            title: string;
            /** @description What the author is to the organisation, if that was said. */
            relation: components["schemas"]["Relation"] | null;
            /** @description The text as it was typed. */
            text: string;
            /** @description The text as it is shown. */
            body: string;
            /**
             * Format: date-time
             * @description When it was sent.
             */
            created_at: string;
            /** @description When it was last edited, if ever. */
            edited_at: string | null;
            /** @description What it said before, oldest first. */
            earlier: components["schemas"]["EarlierText"][];
        };
        /** @description What the page of an item prints in its head, for search engines and social networks. */
        PageMetadata: {
            /** @description Title of the page, without the name of the newsroom. */
            title: string;
            /** @description Description of the page; empty when there is none. */
            description: string;
            /** @description The address for `link rel="canonical"`. */
            canonical_url: string;
            /** @description schema.org data as JSON, to be printed as it is inside a `script` element of the type `application/ld+json`: nothing in it can end the element. */
            json_ld: string;
            /** @description Open Graph and X card data: a `meta` element each. */
            tags: components["schemas"]["MetaTag"][];
        };
        /** @description A piece of running text: paragraphs and lists. */
        ParagraphBlock: {
            /**
             * Format: uuid
             * @description Id of the block: its own in all the world, and stable while the release is edited.
             */
            id: string;
            /**
             * @description Says that this is running text. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "PARAGRAPH";
            /** @description The text as HTML, sanitised. */
            html: string;
        };
        /** @description That a version of an item is shown; of a withdrawn one, that the item is shown no more. */
        PartnerReceipt: {
            /**
             * Format: uuid
             * @description Id of the item, from `item` of a change.
             */
            item: string;
            /** @description Its version, from `version` of a change. */
            version: number;
            /**
             * @description Where it is shown.
             * @default null
             */
            url: string | null;
        };
        /** @description A spokesperson, a press contact, or somebody quoted. */
        Person: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a person.
             * @default PERSON
             * @constant
             */
            type: "PERSON";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description Full name, as readers see it. */
            name: string;
            /** @description Title or position, such as: Head of Press. */
            title: string;
            /** @description The organisation that the person speaks for. */
            organisation: string;
            /** @description E-mail address; public only when you say so. */
            email: string | null;
            /** @description Telephone number; public only when you say so. */
            phone: string | null;
            /** @description What the person does for the press. */
            role: components["schemas"]["PersonRole"];
            /** @description A portrait that the press may use. */
            photo: components["schemas"]["ImageFile"] | null;
            /** @description Where else the person speaks. */
            channels: components["schemas"]["Channel"][];
            /** @description What the person can speak about. */
            topics: components["schemas"]["TopicLink"][];
        };
        /** @description A spokesperson, a press contact, or somebody quoted. As lists show it. */
        PersonCard: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a person.
             * @default PERSON
             * @constant
             */
            type: "PERSON";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description Full name, as readers see it. */
            name: string;
            /** @description Title or position, such as: Head of Press. */
            title: string;
            /** @description The organisation that the person speaks for. */
            organisation: string;
            /** @description E-mail address; public only when you say so. */
            email: string | null;
            /** @description Telephone number; public only when you say so. */
            phone: string | null;
            /** @description What the person does for the press. */
            role: components["schemas"]["PersonRole"];
            /** @description A portrait that the press may use. */
            photo: components["schemas"]["ImageFile"] | null;
            /** @description Where else the person speaks. */
            channels: components["schemas"]["Channel"][];
            /** @description What the person can speak about. */
            topics: components["schemas"]["TopicLink"][];
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description An item, or the fields asked for. */
        PersonDetail: components["schemas"]["Person"] | components["schemas"]["PersonSelection"];
        /** @description A person whom an item names. */
        PersonLink: {
            /**
             * Format: uuid
             * @description Id of the item.
             */
            id: string;
            /** @description Full name. */
            name: string;
            /** @description Title or position. */
            title: string;
            /** @description Organisation. */
            organisation: string;
            /** @description Public e-mail address, if any. */
            email: string | null;
            /** @description Public telephone number, if any. */
            phone: string | null;
            /** @description What the person does for the press. */
            role: components["schemas"]["PersonRole"];
            /** @description Portrait. */
            photo: components["schemas"]["ImageFile"] | null;
        };
        /** @description A page of a list. */
        PersonList: {
            /** @description The items of this page, in the order of the list. */
            results: components["schemas"]["ListedPerson"][];
            /** @description Address of the next page; null at the end. */
            next: string | null;
            /** @description Address of the page before; null at the beginning. */
            previous: string | null;
        };
        /**
         * @description What a person does for the press.
         * @enum {string}
         */
        PersonRole: "SPOKESPERSON" | "PRESS_CONTACT" | "OTHER";
        /** @description A spokesperson, a press contact, or somebody quoted. Only the fields asked for with `fields`. */
        PersonSelection: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id?: string;
            /**
             * @description Says that this is a person.
             * @default PERSON
             * @constant
             */
            type: "PERSON";
            /** @description Counts the public versions of the item, from 1. */
            version?: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale?: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at?: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at?: string;
            /** @description The public corrections of the item, oldest first. */
            corrections?: components["schemas"]["Correction"][];
            /** @description Full name, as readers see it. */
            name?: string;
            /** @description Title or position, such as: Head of Press. */
            title?: string;
            /** @description The organisation that the person speaks for. */
            organisation?: string;
            /** @description E-mail address; public only when you say so. */
            email?: string | null;
            /** @description Telephone number; public only when you say so. */
            phone?: string | null;
            /** @description What the person does for the press. */
            role?: components["schemas"]["PersonRole"];
            /** @description A portrait that the press may use. */
            photo?: components["schemas"]["ImageFile"] | null;
            /** @description Where else the person speaks. */
            channels?: components["schemas"]["Channel"][];
            /** @description What the person can speak about. */
            topics?: components["schemas"]["TopicLink"][];
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description The point that matters in a picture, in its own pixels from the top left. */
        PointOfInterest: {
            /** @description Pixels from the left edge. */
            x: number;
            /** @description Pixels from the top edge. */
            y: number;
        };
        /** @description A new comment. */
        PostComment: {
            /** @description Comment: Plain text; some HTML is allowed. */
            body: string;
            /** @description Name: Shown with the comment. */
            author_name?: string;
            /**
             * Format: email
             * @description E-mail: Never shown to anybody.
             */
            email?: string;
            /** @description Website: Your name will link to it. */
            url?: string;
            /** @description Organisation: Whom you work for or speak for, if anybody. */
            organisation?: string;
            /** @description Title: Your title or position. */
            title?: string;
            /**
             * @description I am: What you are to the organisation.
             * @enum {string}
             */
            relation?: "" | "JOURNALIST" | "BLOGGER" | "CUSTOMER" | "INVESTOR" | "EMPLOYEE" | "OTHER";
            /**
             * @description This is: Questions and criticism are answered first.
             * @enum {string}
             */
            kind?: "" | "QUESTION" | "PRAISE" | "CRITICISM" | "OTHER";
            /**
             * Format: uuid
             * @description Parent: Id of the comment that this one replies to.
             */
            parent?: string | null;
            /** @description Visitor token: The visitor's token from an earlier answer, if there was one. */
            visitor_token?: string;
            /** @description Identity token: A signed token (JWT) of a site with its own log-in: name and e-mail may come from there. */
            identity_token?: string;
            /** @description Proof of work: The solution of the form's challenge (ALTCHA), where the newsroom asks for one. */
            proof_of_work?: string;
            /** @description Leave this empty: A trap for programs: hide it from people and send it as it is filled in. */
            website?: string;
        };
        /** @description What became of a post, and the token with which its author edits, withdraws and exports it. */
        PostReceipt: {
            /**
             * Format: uuid
             * @description Id of the comment.
             */
            id: string;
            /** @description What became of it. Only what is `PUBLISHED` is public. */
            status: components["schemas"]["CommentStatus"];
            /** @description Why it waits or was refused, in English; empty when it is public. */
            message: string;
            /** @description Until when its author may edit it; null when that is over, or it was refused or withdrawn. */
            editable_until: string | null;
            /** @description The comment as everybody sees it, or its place when it was public before; null when it never was. */
            comment: components["schemas"]["Comment"] | null;
            /** @description The token of its author, for `Edit-Token`: keep it, it is shown only now. Null when the same text had been posted just before from elsewhere. */
            edit_token: string | null;
            /** @description The token of the visitor, for `Visitor-Token`: the one sent, or a new one. Keep it and send it along. */
            visitor_token: string;
        };
        /** @description Assets that belong together, to be downloaded together. */
        PressKit: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a press kit.
             * @default PRESS_KIT
             * @constant
             */
            type: "PRESS_KIT";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description Name of the kit. */
            title: string;
            /** @description What is in the kit, and for whom. */
            description: string;
            /** @description The first image in the kit. */
            cover: components["schemas"]["ImageFile"] | null;
            /** @description What is in the kit, in the editor's order. */
            files: components["schemas"]["MediaFile"][];
            /** @description How many files are in the kit. */
            file_count: number;
            /** @description The release that the kit belongs to, as far as it is public. */
            release: components["schemas"]["ReleaseLink"] | null;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description The kit in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
        };
        /** @description Assets that belong together, to be downloaded together. As lists show it. */
        PressKitCard: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a press kit.
             * @default PRESS_KIT
             * @constant
             */
            type: "PRESS_KIT";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description Name of the kit. */
            title: string;
            /** @description The first image in the kit. */
            cover: components["schemas"]["ImageFile"] | null;
            /** @description How many files are in the kit. */
            file_count: number;
            /** @description The release that the kit belongs to, as far as it is public. */
            release: components["schemas"]["ReleaseLink"] | null;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description The kit in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description An item, or the fields asked for. */
        PressKitDetail: components["schemas"]["PressKit"] | components["schemas"]["PressKitSelection"];
        /** @description A page of a list. */
        PressKitList: {
            /** @description The items of this page, in the order of the list. */
            results: components["schemas"]["ListedPressKit"][];
            /** @description Address of the next page; null at the end. */
            next: string | null;
            /** @description Address of the page before; null at the beginning. */
            previous: string | null;
        };
        /** @description Assets that belong together, to be downloaded together. Only the fields asked for with `fields`. */
        PressKitSelection: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id?: string;
            /**
             * @description Says that this is a press kit.
             * @default PRESS_KIT
             * @constant
             */
            type: "PRESS_KIT";
            /** @description Counts the public versions of the item, from 1. */
            version?: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale?: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at?: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at?: string;
            /** @description The public corrections of the item, oldest first. */
            corrections?: components["schemas"]["Correction"][];
            /** @description The newsroom that published it. */
            newsroom?: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug?: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path?: string;
            /** @description Its address on the web. */
            url?: string;
            /** @description Name of the kit. */
            title?: string;
            /** @description What is in the kit, and for whom. */
            description?: string;
            /** @description The first image in the kit. */
            cover?: components["schemas"]["ImageFile"] | null;
            /** @description What is in the kit, in the editor's order. */
            files?: components["schemas"]["MediaFile"][];
            /** @description How many files are in the kit. */
            file_count?: number;
            /** @description The release that the kit belongs to, as far as it is public. */
            release?: components["schemas"]["ReleaseLink"] | null;
            /** @description What it is about. */
            topics?: components["schemas"]["TopicLink"][];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice?: components["schemas"]["ThreadMode"] | null;
            /** @description The kit in other languages. */
            translations?: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread?: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement?: components["schemas"]["OfficialStatement"] | null;
            /** @description What its page prints in its head, for search engines and social networks. Only with `fields`. */
            metadata?: components["schemas"]["PageMetadata"];
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description The draft that a preview token stands for, as it would be published. */
        PreviewedItem: components["schemas"]["AddressedItem"];
        /** @description An error, as problem details for HTTP APIs (RFC 9457). */
        Problem: {
            /** @description Always `about:blank`: `code` tells errors apart. */
            type: string;
            /** @description What went wrong, in general. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What went wrong this time. */
            detail: string;
            /**
             * @description What went wrong, as a code of the contract.
             * @enum {string}
             */
            code: "INVALID_INPUT" | "INVALID_CURSOR" | "UNAUTHORIZED" | "INVALID_TOKEN" | "COMMENTS_CLOSED" | "EDIT_TIME_OVER" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "NOT_ACCEPTABLE" | "CONFLICT" | "GONE" | "PRECONDITION_FAILED" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "RANGE_NOT_SATISFIABLE" | "IDEMPOTENCY_KEY_REUSED" | "RATE_LIMITED" | "INTERNAL" | "NOT_IMPLEMENTED" | "UNAVAILABLE";
            /** @description What is wrong with which input. */
            errors: components["schemas"]["ProblemError"][];
            /**
             * @description With `GONE`: the publisher's reason for the withdrawal.
             * @default null
             */
            reason: string | null;
            /**
             * @description With `GONE`: when the item was withdrawn.
             * @default null
             */
            withdrawn_at: string | null;
            /**
             * @description With `RATE_LIMITED`: seconds to wait.
             * @default null
             */
            retry_after: number | null;
        };
        /** @description What is wrong with one input. */
        ProblemError: {
            /** @description Name of the parameter. */
            field: string;
            /** @description What is wrong, as a code of the contract. */
            code: string;
            /** @description What is wrong and what would have been right, in English. */
            message: string;
        };
        /** @description What somebody says. */
        QuoteBlock: {
            /**
             * Format: uuid
             * @description Id of the block: its own in all the world, and stable while the release is edited.
             */
            id: string;
            /**
             * @description Says that this is a quote. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "QUOTE";
            /** @description What is said, without quotation marks. */
            text: string;
            /** @description Who says it, when that person has an entry of their own. */
            speaker: components["schemas"]["PersonLink"] | null;
            /** @description Name of who says it; empty when nobody is named. */
            speaker_name: string;
            /** @description Title of who says it. */
            speaker_title: string;
        };
        /** @description A reaction, given or taken back. */
        ReactToComment: {
            /** @description Name: Name of the reaction, one of those that the newsroom offers. */
            name: string;
            /**
             * @description On: False takes the reaction back.
             * @default true
             */
            on: boolean;
            /** @description Visitor token: The visitor's token: each visitor reacts once in each way. */
            visitor_token?: string;
        };
        /** @description Reactions of one kind to a comment. */
        ReactionCount: {
            /** @description Name of the reaction, such as `like`. */
            name: string;
            /** @description How many visitors reacted so. */
            count: number;
        };
        /** @description The comment that was reacted to. */
        ReactionReceipt: {
            /** @description The comment as it is now. */
            comment: components["schemas"]["Comment"];
            /** @description The token of the visitor, for `Visitor-Token`: the one sent, or a new one. Keep it and send it along. */
            visitor_token: string;
        };
        /** @description What became of an entry. */
        ReceiptResult: {
            /**
             * Format: uuid
             * @description Id of the item.
             */
            item: string;
            /** @description The newest version that you have told of. */
            version: number;
            /**
             * @description Recorded; known already; or ignored, because you have told of a newer version.
             * @enum {string}
             */
            outcome: "RECORDED" | "UNCHANGED" | "OLDER";
        };
        /** @description What became of receipts. */
        ReceiptResults: {
            /** @description One for each entry, in their order. */
            results: components["schemas"]["ReceiptResult"][];
        };
        /**
         * @description What the author of a comment is to the organisation, in the author's own words.
         * @enum {string}
         */
        Relation: "JOURNALIST" | "BLOGGER" | "CUSTOMER" | "INVESTOR" | "EMPLOYEE" | "OTHER";
        /** @description A press release, news item, blog post, statement or event notice. */
        Release: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a release.
             * @default RELEASE
             * @constant
             */
            type: "RELEASE";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description A statement is the official position on something that happened; an event has a time and a place. */
            kind: components["schemas"]["ReleaseKind"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web, the canonical one where the editor gave one. */
            url: string;
            /** @description The title. */
            title: string;
            /** @description A second line below the title. */
            subtitle: string;
            /** @description What happened, in at most 280 characters. Shown in lists, feeds and social media. */
            summary: string;
            /** @description Where and when the text is dated from. */
            dateline: components["schemas"]["Dateline"];
            /** @description Who wrote it, when the author is named. */
            byline: components["schemas"]["PersonLink"] | null;
            /** @description Shown at the top and in lists. */
            hero: components["schemas"]["ImageFile"] | null;
            /** @description The text, block by block. */
            body: components["schemas"]["BodyBlock"][];
            /** @description The standing text about the organisation. */
            boilerplate: components["schemas"]["Boilerplate"] | null;
            /** @description Whom the press may turn to. */
            contacts: components["schemas"]["PersonLink"][];
            /** @description Images to download. */
            images: components["schemas"]["ImageFile"][];
            /** @description Videos, sounds and documents to download. */
            files: components["schemas"]["MediaFile"][];
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description Further reading on other sites. */
            links: components["schemas"]["Link"][];
            /** @description Other releases that readers should see, as far as they are public. */
            related: components["schemas"]["ReleaseLink"][];
            /** @description The release in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description For events: when and where. */
            event: components["schemas"]["Event"] | null;
            /** @description For statements: addresses of the articles or posts that it answers. */
            about_urls: string[];
            /** @description Keep it at the top of the newsroom. */
            pinned: boolean;
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description Who owns the text, and what others may do with it. */
            rights: components["schemas"]["Rights"];
            /** @description What search engines and social media show. */
            seo: components["schemas"]["Seo"];
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
        };
        /** @description A press release, news item, blog post, statement or event notice. As lists show it. */
        ReleaseCard: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a release.
             * @default RELEASE
             * @constant
             */
            type: "RELEASE";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description A statement is the official position on something that happened; an event has a time and a place. */
            kind: components["schemas"]["ReleaseKind"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web, the canonical one where the editor gave one. */
            url: string;
            /** @description The title. */
            title: string;
            /** @description A second line below the title. */
            subtitle: string;
            /** @description What happened, in at most 280 characters. Shown in lists, feeds and social media. */
            summary: string;
            /** @description Where and when the text is dated from. */
            dateline: components["schemas"]["Dateline"];
            /** @description Who wrote it, when the author is named. */
            byline: components["schemas"]["PersonLink"] | null;
            /** @description Shown at the top and in lists. */
            hero: components["schemas"]["ImageFile"] | null;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description The release in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description For events: when and where. */
            event: components["schemas"]["Event"] | null;
            /** @description Keep it at the top of the newsroom. */
            pinned: boolean;
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description An item, or the fields asked for. */
        ReleaseDetail: components["schemas"]["Release"] | components["schemas"]["ReleaseSelection"];
        /**
         * @description What a release is.
         * @enum {string}
         */
        ReleaseKind: "PRESS_RELEASE" | "NEWS" | "BLOG_POST" | "STATEMENT" | "EVENT";
        /** @description A related release. */
        ReleaseLink: {
            /**
             * Format: uuid
             * @description Id of the item.
             */
            id: string;
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its title. */
            title: string;
        };
        /** @description A page of a list. */
        ReleaseList: {
            /** @description The items of this page, in the order of the list. */
            results: components["schemas"]["ListedRelease"][];
            /** @description Address of the next page; null at the end. */
            next: string | null;
            /** @description Address of the page before; null at the beginning. */
            previous: string | null;
        };
        /** @description A press release, news item, blog post, statement or event notice. Only the fields asked for with `fields`. */
        ReleaseSelection: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id?: string;
            /**
             * @description Says that this is a release.
             * @default RELEASE
             * @constant
             */
            type: "RELEASE";
            /** @description Counts the public versions of the item, from 1. */
            version?: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale?: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at?: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at?: string;
            /** @description The public corrections of the item, oldest first. */
            corrections?: components["schemas"]["Correction"][];
            /** @description The newsroom that published it. */
            newsroom?: components["schemas"]["NewsroomLink"];
            /** @description A statement is the official position on something that happened; an event has a time and a place. */
            kind?: components["schemas"]["ReleaseKind"];
            /** @description Its own part of the address. */
            slug?: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path?: string;
            /** @description Its address on the web, the canonical one where the editor gave one. */
            url?: string;
            /** @description The title. */
            title?: string;
            /** @description A second line below the title. */
            subtitle?: string;
            /** @description What happened, in at most 280 characters. Shown in lists, feeds and social media. */
            summary?: string;
            /** @description Where and when the text is dated from. */
            dateline?: components["schemas"]["Dateline"];
            /** @description Who wrote it, when the author is named. */
            byline?: components["schemas"]["PersonLink"] | null;
            /** @description Shown at the top and in lists. */
            hero?: components["schemas"]["ImageFile"] | null;
            /** @description The text, block by block. */
            body?: components["schemas"]["BodyBlock"][];
            /** @description The standing text about the organisation. */
            boilerplate?: components["schemas"]["Boilerplate"] | null;
            /** @description Whom the press may turn to. */
            contacts?: components["schemas"]["PersonLink"][];
            /** @description Images to download. */
            images?: components["schemas"]["ImageFile"][];
            /** @description Videos, sounds and documents to download. */
            files?: components["schemas"]["MediaFile"][];
            /** @description What it is about. */
            topics?: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags?: string[];
            /** @description Further reading on other sites. */
            links?: components["schemas"]["Link"][];
            /** @description Other releases that readers should see, as far as they are public. */
            related?: components["schemas"]["ReleaseLink"][];
            /** @description The release in other languages. */
            translations?: components["schemas"]["TranslationLink"][];
            /** @description For events: when and where. */
            event?: components["schemas"]["Event"] | null;
            /** @description For statements: addresses of the articles or posts that it answers. */
            about_urls?: string[];
            /** @description Keep it at the top of the newsroom. */
            pinned?: boolean;
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice?: components["schemas"]["ThreadMode"] | null;
            /** @description Who owns the text, and what others may do with it. */
            rights?: components["schemas"]["Rights"];
            /** @description What search engines and social media show. */
            seo?: components["schemas"]["Seo"];
            /** @description The conversation of the item. */
            thread?: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement?: components["schemas"]["OfficialStatement"] | null;
            /** @description What helps to share it. Only with `fields`. */
            share?: components["schemas"]["Share"];
            /** @description What its page prints in its head, for search engines and social networks. Only with `fields`. */
            metadata?: components["schemas"]["PageMetadata"];
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description One file of an asset: a size of an image, a poster, or the whole file (`original`). */
        Rendition: {
            /** @description Name of the size, such as `medium`; `original` is the whole file. */
            name: string;
            /** @description Absolute address of the file. What it holds never changes. */
            href: string;
            /** @description Media type of the file. */
            content_type: string;
            /** @description Width in pixels; null for sounds and documents. */
            width: number | null;
            /** @description Height in pixels; null for sounds and documents. */
            height: number | null;
            /** @description Size in bytes. */
            size_in_bytes: number;
            /** @description sha256 of the file, in hexadecimal. */
            sha256: string;
            /** @description Seconds that it plays; null for what does not play. */
            duration: number | null;
            /** @description Bits a second; null where unknown. */
            bitrate: number | null;
            /** @description Codec of the picture, such as `h264`. */
            video_codec: string | null;
            /** @description Codec of the sound, such as `aac`. */
            audio_codec: string | null;
            /** @description The point that matters; null when the editor set none, or for what is no picture. */
            poi: components["schemas"]["PointOfInterest"] | null;
        };
        /** @description The first replies to a comment. */
        Replies: {
            /** @description The first replies; none where the tree is not shown deeper. */
            results: components["schemas"]["CommentInTree"][];
            /** @description How many replies there are to it, directly. */
            count: number;
            /** @description Address of the other replies; null when all are here. */
            next: string | null;
        };
        /** @description A page of a list. */
        ReplyList: {
            /** @description The items of this page, in the order of the list. */
            results: components["schemas"]["Comment"][];
            /** @description Address of the next page; null at the end. */
            next: string | null;
            /** @description Address of the page before; null at the beginning. */
            previous: string | null;
        };
        /** @description Notice that a comment breaks the guidelines or the law. */
        ReportComment: {
            /**
             * @description Reason: What is wrong with the comment.
             * @enum {string}
             */
            reason: "SPAM" | "ADVERTISING" | "ABUSE" | "HATE" | "THREAT" | "ILLEGAL" | "PERSONAL_DATA" | "IMPERSONATION" | "COPYRIGHT" | "OFF_TOPIC" | "DUPLICATE" | "OTHER";
            /** @description Explanation: Why you think so: it helps the editors to decide. */
            note?: string;
            /** @description Name: Never shown to anybody. */
            author_name?: string;
            /**
             * Format: email
             * @description E-mail: If you want to hear what was decided. Never shown to anybody.
             */
            email?: string;
            /** @description Visitor token: The visitor's token: each visitor reports once. */
            visitor_token?: string;
        };
        /** @description A report that was taken. */
        ReportReceipt: {
            /**
             * Format: uuid
             * @description Id of the report: quote it when you write about it.
             */
            id: string;
            /**
             * Format: uuid
             * @description Id of the comment.
             */
            comment_id: string;
            /**
             * @description What is wrong with the comment.
             * @enum {string}
             */
            reason: "SPAM" | "ADVERTISING" | "ABUSE" | "HATE" | "THREAT" | "ILLEGAL" | "PERSONAL_DATA" | "IMPERSONATION" | "COPYRIGHT" | "OFF_TOPIC" | "DUPLICATE" | "OTHER";
            /**
             * Format: date-time
             * @description When it was taken.
             */
            at: string;
            /** @description The token of the visitor, for `Visitor-Token`: the one sent, or a new one. Keep it and send it along. */
            visitor_token: string;
        };
        /** @description Who owns the text, and what others may do with it. */
        Rights: {
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with the text. */
            usage_terms: string;
        };
        /** @description Which versions of items a partner shows now. */
        SendReceipts: {
            /** @description Up to 500 entries; of one item, the newest version counts. */
            receipts: components["schemas"]["PartnerReceipt"][];
        };
        /** @description What search engines and social media show. */
        Seo: {
            /** @description Title for search engines. */
            title: string;
            /** @description Description for search engines. */
            description: string;
            /** @description Image for social media. */
            image: components["schemas"]["ImageFile"] | null;
        };
        /** @description What helps to share a release: links, ready words and images for each channel. */
        Share: {
            /** @description The canonical address. */
            url: string;
            /** @description A short address, which leads there. */
            short_url: string;
            /** @description Its tags as hashtags, with their number sign. */
            hashtags: string[];
            /** @description Ready words for each channel. */
            texts: components["schemas"]["ShareText"][];
        };
        /**
         * @description Where a release may be shared.
         * @enum {string}
         */
        ShareChannel: "FACEBOOK" | "X" | "LINKEDIN" | "INSTAGRAM" | "SNAPCHAT" | "MASTODON" | "BLUESKY" | "WHATSAPP" | "EMAIL";
        /** @description An image in the shape that fits a channel. */
        ShareImage: {
            /** @description Name of its size: `social` (1200×630), `square` or `story` (9:16). */
            name: string;
            /** @description Absolute address of the file. */
            href: string;
            /** @description Media type of the file. */
            content_type: string;
            /** @description Width in pixels. */
            width: number | null;
            /** @description Height in pixels. */
            height: number | null;
            /** @description What it shows, for those who do not see it. */
            alt: string;
            /** @description Whom to name beside it. */
            credit: string;
        };
        /** @description Ready words for a channel, within its length. */
        ShareText: {
            /** @description The channel. */
            channel: components["schemas"]["ShareChannel"];
            /** @description The words, the short link and hashtags. */
            text: string;
            /** @description Length of the text, as the channel counts. */
            length: number;
            /** @description The longest text that the channel takes, as it counts. */
            limit: number;
            /** @description The short link in the text: it counts visitors by channel, and nothing else. */
            url: string;
            /** @description Address at which a reader begins to share there; null where there is none for everybody. */
            href: string | null;
            /** @description The image to go with it; null when the release has none. */
            image: components["schemas"]["ShareImage"] | null;
        };
        /** @description An official statement. Of a withdrawn one there is only that it was withdrawn, when and why. */
        Statement: {
            /**
             * Format: uuid
             * @description Id of the statement: that of its release.
             */
            id: string;
            /** @description Whether it still holds. */
            status: components["schemas"]["StatementStatus"];
            /** @description Id of the newest statement of the same newsroom on the same subject, where that is another. */
            superseded_by_id: string | null;
            /** @description Slug of the newsroom that speaks. */
            newsroom_slug: string;
            /** @description Its language, as a BCP 47 tag. */
            locale: string;
            /** @description Its public version. */
            version: number;
            /**
             * Format: date-time
             * @description When it was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When it last changed in public.
             */
            updated_at: string;
            /** @description Its title; null when it has been withdrawn. */
            title: string | null;
            /** @description Its summary; null when it has been withdrawn. */
            summary: string | null;
            /** @description Its address on the web; null when it has been withdrawn. */
            url: string | null;
            /** @description The addresses that it answers; none when it has been withdrawn. */
            about_urls: string[];
            /** @description Why it was withdrawn; null while it is public. */
            reason: string | null;
            /** @description When it was withdrawn; null while it is public. */
            withdrawn_at: string | null;
        };
        /** @description A page of a list. */
        StatementList: {
            /** @description The items of this page, in the order of the list. */
            results: components["schemas"]["Statement"][];
            /** @description Address of the next page; null at the end. */
            next: string | null;
            /** @description Address of the page before; null at the beginning. */
            previous: string | null;
        };
        /**
         * @description Whether a statement still holds.
         * @enum {string}
         */
        StatementStatus: "CURRENT" | "SUPERSEDED" | "WITHDRAWN";
        /** @description A table. */
        TableBlock: {
            /**
             * Format: uuid
             * @description Id of the block: its own in all the world, and stable while the release is edited.
             */
            id: string;
            /**
             * @description Says that this is a table. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "TABLE";
            /** @description The text to print with it. */
            caption: string;
            /** @description Its rows, from the top. */
            rows: components["schemas"]["TableRow"][];
        };
        /** @description A cell of a table. */
        TableCell: {
            /** @description What is in the cell. */
            text: string;
            /** @description Whether it heads its row or column. */
            header: boolean;
        };
        /** @description A row of a table. */
        TableRow: {
            /** @description Its cells, from the left. */
            cells: components["schemas"]["TableCell"][];
        };
        /** @description The conversation of an item. */
        Thread: {
            /**
             * Format: uuid
             * @description Id of the thread: a random UUID, the same in every API.
             */
            id: string;
            /**
             * Format: uuid
             * @description Id of the item that it belongs to.
             */
            item_id: string;
            /** @description Who may comment now, and when comments show. */
            mode: components["schemas"]["ThreadMode"];
            /** @description Published comments. */
            comment_count: number;
            /** @description Published comments by kind. */
            counts: components["schemas"]["CommentCounts"];
            /** @description Published comments that have an official answer. */
            answered_count: number;
            /** @description Reactions to all of them. */
            reaction_count: number;
            /** @description When a comment was last published; before the first, when the item was. */
            last_activity_at: string | null;
            /** @description From when on comments are taken, if that is set. */
            opens_at: string | null;
            /** @description Until when comments are taken, if that is set. */
            closes_at: string | null;
            /** @description Whether readers ask here and named experts answer. */
            question_and_answer: boolean;
        };
        /** @description A page of a list. */
        ThreadList: {
            /** @description The items of this page, in the order of the list. */
            results: components["schemas"]["Thread"][];
            /** @description Address of the next page; null at the end. */
            next: string | null;
            /** @description Address of the page before; null at the beginning. */
            previous: string | null;
        };
        /**
         * @description Who may comment, and when comments show.
         * @enum {string}
         */
        ThreadMode: "OPEN" | "PREMODERATED" | "CLOSED" | "OFF";
        /** @description A subject in the tree of topics. */
        Topic: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a topic.
             * @default TOPIC
             * @constant
             */
            type: "TOPIC";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The topic's part of a web address. */
            slug: string;
            /** @description Name of the topic, as readers see it. */
            name: string;
            /** @description What is filed under the topic, in a sentence. */
            description: string;
            /** @description The wider topic that it belongs to. */
            parent: components["schemas"]["TopicLink"] | null;
            /** @description Ids of the topics above it, from the top. */
            ancestor_ids: string[];
        };
        /** @description A subject in the tree of topics. As lists show it. */
        TopicCard: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is a topic.
             * @default TOPIC
             * @constant
             */
            type: "TOPIC";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description The topic's part of a web address. */
            slug: string;
            /** @description Name of the topic, as readers see it. */
            name: string;
            /** @description What is filed under the topic, in a sentence. */
            description: string;
            /** @description The wider topic that it belongs to. */
            parent: components["schemas"]["TopicLink"] | null;
            /** @description Ids of the topics above it, from the top. */
            ancestor_ids: string[];
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description An item, or the fields asked for. */
        TopicDetail: components["schemas"]["Topic"] | components["schemas"]["TopicSelection"];
        /** @description A topic of an item. */
        TopicLink: {
            /**
             * Format: uuid
             * @description Id of the item.
             */
            id: string;
            /** @description The topic's part of an address. */
            slug: string;
            /** @description Name of the topic. */
            name: string;
            /** @description Ids of the topics above it, from the top. */
            ancestor_ids: string[];
        };
        /** @description A page of a list. */
        TopicList: {
            /** @description The items of this page, in the order of the list. */
            results: components["schemas"]["ListedTopic"][];
            /** @description Address of the next page; null at the end. */
            next: string | null;
            /** @description Address of the page before; null at the beginning. */
            previous: string | null;
        };
        /** @description A subject in the tree of topics. Only the fields asked for with `fields`. */
        TopicSelection: {
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id?: string;
            /**
             * @description Says that this is a topic.
             * @default TOPIC
             * @constant
             */
            type: "TOPIC";
            /** @description Counts the public versions of the item, from 1. */
            version?: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale?: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at?: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at?: string;
            /** @description The public corrections of the item, oldest first. */
            corrections?: components["schemas"]["Correction"][];
            /** @description The topic's part of a web address. */
            slug?: string;
            /** @description Name of the topic, as readers see it. */
            name?: string;
            /** @description What is filed under the topic, in a sentence. */
            description?: string;
            /** @description The wider topic that it belongs to. */
            parent?: components["schemas"]["TopicLink"] | null;
            /** @description Ids of the topics above it, from the top. */
            ancestor_ids?: string[];
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description The same item in another language. */
        TranslationLink: {
            /**
             * Format: uuid
             * @description Id of the item.
             */
            id: string;
            /** @description Language, as a BCP 47 tag. */
            locale: string;
            /** @description Its own part of the address. */
            slug: string;
        };
        /** @description Where the file goes, and with which tokens. */
        UploadTicket: {
            /**
             * Format: uuid
             * @description Id of the contribution. It is public once an editor has approved it.
             */
            id: string;
            /** @description Send the file there: PUT, its bytes alone as the body, with its `Content-Type`. */
            upload_url: string;
            /** @description Goes with it in the header `Upload-Token`. */
            upload_token: string;
            /**
             * Format: date-time
             * @description Until when the token works.
             */
            expires_at: string;
            /** @description Most bytes of the file. */
            most_bytes: number;
            /** @description With it the contribution is taken back, at any time. Shown once: keep it. */
            edit_token: string;
            /** @description The visitor's token: keep it, and send it along next time. */
            visitor_token: string;
        };
        /** @description Which addresses an attribute may hold. */
        UrlSchemes: {
            /** @description Name of the attribute. */
            attribute: string;
            /** @description Schemes of addresses; others are left out. */
            schemes: string[];
        };
        /** @description A video with an address of its own. */
        Video: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Seconds that it plays; null where unknown. */
            duration: number | null;
            /** @description What is said in it. */
            transcript: string;
            /** @description A picture for it, such as one from the video. */
            poster: components["schemas"]["Rendition"] | null;
            /** @description Width of the whole picture in pixels; null where unknown. */
            width: number | null;
            /** @description Height of the whole picture in pixels; null where unknown. */
            height: number | null;
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is an asset.
             * @default ASSET
             * @constant
             */
            type: "ASSET";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /**
             * @description Says that this is a video. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            file_type: "VIDEO";
            /**
             * Format: uuid
             * @description Id of the file: the same wherever releases and press kits show it.
             */
            file_id: string;
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it shows and when it may be of use, for journalists. */
            description: string;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description Who may comment, where the item says otherwise than its newsroom; null: as the newsroom. */
            comment_choice: components["schemas"]["ThreadMode"] | null;
            /** @description The asset in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
        };
        /**
         * @description The kind of a file: `VIDEO`.
         * @constant
         */
        VideoAssetType: "VIDEO";
        /** @description A video file. */
        VideoBlock: {
            /**
             * Format: uuid
             * @description Id of the block: its own in all the world, and stable while the release is edited.
             */
            id: string;
            /**
             * @description Says that this is a video. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "VIDEO";
            /** @description The file. */
            file: components["schemas"]["VideoFile"];
            /** @description Shown before the video plays. */
            poster: components["schemas"]["ImageFile"] | null;
            /** @description Title of the video. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description What is said in it. */
            transcript: string;
        };
        /** @description A video with an address of its own. As lists show it. */
        VideoCard: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Seconds that it plays; null where unknown. */
            duration: number | null;
            /** @description A picture for it, such as one from the video. */
            poster: components["schemas"]["Rendition"] | null;
            /** @description Width of the whole picture in pixels; null where unknown. */
            width: number | null;
            /** @description Height of the whole picture in pixels; null where unknown. */
            height: number | null;
            /**
             * Format: uuid
             * @description Id of the item: a random UUID, the same in every API.
             */
            id: string;
            /**
             * @description Says that this is an asset.
             * @default ASSET
             * @constant
             */
            type: "ASSET";
            /** @description Counts the public versions of the item, from 1. */
            version: number;
            /** @description Language of the item, as a BCP 47 tag. */
            locale: string;
            /**
             * Format: date-time
             * @description When the item was first public.
             */
            published_at: string;
            /**
             * Format: date-time
             * @description When the item last changed in public.
             */
            updated_at: string;
            /** @description The public corrections of the item, oldest first. */
            corrections: components["schemas"]["Correction"][];
            /**
             * @description Says that this is a video. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            file_type: "VIDEO";
            /**
             * Format: uuid
             * @description Id of the file: the same wherever releases and press kits show it.
             */
            file_id: string;
            /** @description The newsroom that published it. */
            newsroom: components["schemas"]["NewsroomLink"];
            /** @description Its own part of the address. */
            slug: string;
            /** @description Its address in this installation: `/newsroom/slug`. */
            path: string;
            /** @description Its address on the web. */
            url: string;
            /** @description What it is about. */
            topics: components["schemas"]["TopicLink"][];
            /** @description Free words by which it may be found, separated by commas. */
            tags: string[];
            /** @description The asset in other languages. */
            translations: components["schemas"]["TranslationLink"][];
            /** @description The conversation of the item. */
            thread: components["schemas"]["Thread"];
            /** @description What is officially said about it in a crisis; null when there is nothing. */
            official_statement: components["schemas"]["OfficialStatement"] | null;
            /**
             * @description With `search`: the best passage as HTML, the words found in `mark`.
             * @default
             */
            snippet: string;
        };
        /** @description A video. */
        VideoFile: {
            /** @description Its title. */
            title: string;
            /** @description The text to print with it. */
            caption: string;
            /** @description Who made it, as it must be printed beside it. */
            credit: string;
            /** @description Who owns the copyright. */
            copyright_holder: string;
            /** @description What others may do with it, such as: free for editorial use. */
            usage_terms: string;
            /** @description Address of the full licence, where there is one. */
            license_url: string;
            /** @description When the rights to it end; null: they do not. */
            expires_at: string | null;
            /** @description How it came about, in IPTC's terms. Say so when AI made it or a part of it. */
            digital_source_type: string;
            /** @description Whether AI made it, or a part of it: say so beside it. */
            ai_generated: boolean;
            /** @description Words by which the file is found. */
            keywords: string[];
            /** @description The day on which it was made. */
            created_on: string | null;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created_at: string;
            /** @description sha256 of the whole file, in hexadecimal. */
            sha256: string;
            /** @description Its files: the named sizes, and the whole file as `original`. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Seconds that it plays; null where unknown. */
            duration: number | null;
            /** @description What is said in it. */
            transcript: string;
            /** @description A picture for it, such as one from the video. */
            poster: components["schemas"]["Rendition"] | null;
            /** @description Width of the whole picture in pixels; null where unknown. */
            width: number | null;
            /** @description Height of the whole picture in pixels; null where unknown. */
            height: number | null;
            /**
             * Format: uuid
             * @description Id of the file: the same wherever it is shown.
             */
            id: string;
            /**
             * @description Says that this is a video. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "VIDEO";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    read_index: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Index"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_assets: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
                /** @description Words that the items must hold. In quotation marks: a phrase. With * at the end: a beginning. */
                search?: string;
                /** @description Order of the list: newest or oldest first, oldest change first, or best match of `search` first. When it is not given: best match first with `search`, else newest first. */
                order_by?: "NEWEST" | "OLDEST" | "UPDATED" | "RELEVANCE";
                /** @description Language of the items, as a BCP 47 tag. */
                locale?: "af" | "ar" | "ar-dz" | "ast" | "az" | "bg" | "be" | "bn" | "br" | "bs" | "ca" | "ckb" | "cs" | "cy" | "da" | "de" | "dsb" | "el" | "en" | "en-au" | "en-gb" | "eo" | "es" | "es-ar" | "es-co" | "es-mx" | "es-ni" | "es-ve" | "et" | "eu" | "fa" | "fi" | "fr" | "fy" | "ga" | "gd" | "gl" | "he" | "hi" | "hr" | "hsb" | "hu" | "hy" | "ia" | "id" | "ig" | "io" | "is" | "it" | "ja" | "ka" | "kab" | "kk" | "km" | "kn" | "ko" | "ky" | "lb" | "lt" | "lv" | "mk" | "ml" | "mn" | "mr" | "ms" | "my" | "nb" | "ne" | "nl" | "nn" | "os" | "pa" | "pl" | "pt" | "pt-br" | "ro" | "ru" | "sk" | "sl" | "sq" | "sr" | "sr-latn" | "sv" | "sw" | "ta" | "te" | "tg" | "th" | "tk" | "tr" | "tt" | "udm" | "ug" | "uk" | "ur" | "uz" | "vi" | "zh-hans" | "zh-hant";
                /** @description First published at this time or later. */
                published_from?: string;
                /** @description First published before this time. */
                published_before?: string;
                /** @description Last changed at this time or later. */
                updated_since?: string;
                /** @description Slug of the newsroom. */
                newsroom?: string;
                /** @description The asset's own part of its address. */
                slug?: string;
                /** @description Types of asset; repeat it for any of several. */
                file_type?: ("IMAGE" | "VIDEO" | "AUDIO" | "DOCUMENT")[];
                /** @description Id of a topic; what is filed under its subtopics counts. */
                topic?: string;
                /** @description A tag, in any case of letters. */
                tag?: string;
                /** @description Id of a file, as releases and press kits show it: the assets that hold it. */
                file?: string;
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("title" | "caption" | "credit" | "copyright_holder" | "usage_terms" | "license_url" | "expires_at" | "digital_source_type" | "ai_generated" | "keywords" | "created_on" | "created_at" | "sha256" | "renditions" | "alt" | "width" | "height" | "focal_point" | "animated" | "srcset" | "sources" | "id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "file_type" | "file_id" | "newsroom" | "slug" | "path" | "url" | "description" | "topics" | "tags" | "comment_choice" | "translations" | "duration" | "transcript" | "poster" | "page_count" | "thread" | "official_statement" | "metadata")[];
                /** @description In which format. `json`: the documents of this API. `ninjs`: IPTC's ninjs 3.1. `newsml`: IPTC's NewsML-G2 2.35. Without it, `Accept` says which. `fields` chooses among those of `json`: other formats are whole. */
                format?: "json" | "ninjs" | "newsml";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    /** @description `Accept`: it chooses the format. */
                    Vary?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetList"];
                    "application/vnd.iptc.ninjs+json": Record<string, never>;
                    "application/vnd.iptc.g2.newsmessage+xml": string;
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_asset: {
        parameters: {
            query?: {
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("title" | "caption" | "credit" | "copyright_holder" | "usage_terms" | "license_url" | "expires_at" | "digital_source_type" | "ai_generated" | "keywords" | "created_on" | "created_at" | "sha256" | "renditions" | "alt" | "width" | "height" | "focal_point" | "animated" | "srcset" | "sources" | "id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "file_type" | "file_id" | "newsroom" | "slug" | "path" | "url" | "description" | "topics" | "tags" | "comment_choice" | "translations" | "duration" | "transcript" | "poster" | "page_count" | "thread" | "official_statement" | "metadata")[];
                /** @description In which format. `json`: the documents of this API. `ninjs`: IPTC's ninjs 3.1. `newsml`: IPTC's NewsML-G2 2.35. Without it, `Accept` says which. `fields` chooses among those of `json`: other formats are whole. */
                format?: "json" | "ninjs" | "newsml";
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description `Accept`: it chooses the format. */
                    Vary?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetDetail"];
                    "application/vnd.iptc.ninjs+json": Record<string, never>;
                    "application/vnd.iptc.g2.newsitem+xml": string;
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `GONE`: The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_asset_editions: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionList"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_changes: {
        parameters: {
            query?: {
                /** @description Where to go on: taken from `next` of the page before. Without it, a snapshot of what is public begins. */
                after?: string;
                /** @description Seconds for which an empty answer is held back, until something happens. */
                wait?: number;
                /** @description How many changes a page holds. */
                page_size?: number;
                /** @description Slug of a newsroom: its items, and itself. */
                newsroom?: string;
                /** @description Types of item; repeat it for any of several. */
                type?: ("RELEASE" | "NEWSROOM" | "PERSON" | "TOPIC" | "ASSET" | "PRESS_KIT" | "DISCUSSION" | "CONTRIBUTION")[];
                /** @description Kinds of release, and types of file; repeat it for any of several. */
                kind?: ("PRESS_RELEASE" | "NEWS" | "BLOG_POST" | "STATEMENT" | "EVENT" | "IMAGE" | "VIDEO" | "AUDIO" | "DOCUMENT")[];
                /** @description Id of a topic; what is filed under its subtopics counts. */
                topic?: string;
                /** @description Language of the items, as a BCP 47 tag. */
                locale?: "af" | "ar" | "ar-dz" | "ast" | "az" | "bg" | "be" | "bn" | "br" | "bs" | "ca" | "ckb" | "cs" | "cy" | "da" | "de" | "dsb" | "el" | "en" | "en-au" | "en-gb" | "eo" | "es" | "es-ar" | "es-co" | "es-mx" | "es-ni" | "es-ve" | "et" | "eu" | "fa" | "fi" | "fr" | "fy" | "ga" | "gd" | "gl" | "he" | "hi" | "hr" | "hsb" | "hu" | "hy" | "ia" | "id" | "ig" | "io" | "is" | "it" | "ja" | "ka" | "kab" | "kk" | "km" | "kn" | "ko" | "ky" | "lb" | "lt" | "lv" | "mk" | "ml" | "mn" | "mr" | "ms" | "my" | "nb" | "ne" | "nl" | "nn" | "os" | "pa" | "pl" | "pt" | "pt-br" | "ro" | "ru" | "sk" | "sl" | "sq" | "sr" | "sr-latn" | "sv" | "sw" | "ta" | "te" | "tg" | "th" | "tk" | "tr" | "tt" | "udm" | "ug" | "uk" | "ur" | "uz" | "vi" | "zh-hans" | "zh-hant";
                /** @description In which format. `json`: the documents of this API. `ninjs`: IPTC's ninjs 3.1. `newsml`: IPTC's NewsML-G2 2.35. Without it, `Accept` says which. `fields` chooses among those of `json`: other formats are whole. */
                format?: "json" | "ninjs" | "newsml";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    /** @description `Accept`: it chooses the format. */
                    Vary?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                    "application/vnd.iptc.ninjs+json": Record<string, never>;
                    "application/vnd.iptc.g2.newsmessage+xml": string;
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. `FORBIDDEN`: You may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_comment: {
        parameters: {
            query?: never;
            header: {
                /** @description The token of the comment's author: `edit_token` of the answer to the post. */
                "Edit-Token": string;
            };
            path: {
                /** @description Id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentReceipt"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    edit_comment: {
        parameters: {
            query?: never;
            header: {
                /** @description The token of the comment's author: `edit_token` of the answer to the post. */
                "Edit-Token": string;
            };
            path: {
                /** @description Id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditComment"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentReceipt"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. `COMMENTS_CLOSED`: Nobody may comment or react there, or not now. `EDIT_TIME_OVER`: The time in which authors may edit a comment is over. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONFLICT`: It has been done already, or what it is about has changed in the meantime. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request's body has more bytes than are read. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request's `Content-Type` is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAVAILABLE`: The service cannot answer now. Try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeal: {
        parameters: {
            query?: never;
            header: {
                /** @description The token of the comment's author: `edit_token` of the answer to the post. */
                "Edit-Token": string;
            };
            path: {
                /** @description Id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealComment"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealReceipt"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONFLICT`: It has been done already, or what it is about has changed in the meantime. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request's body has more bytes than are read. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request's `Content-Type` is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_comment_context: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentContext"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_comment: {
        parameters: {
            query?: never;
            header: {
                /** @description The token of the comment's author: `edit_token` of the answer to the post. */
                "Edit-Token": string;
            };
            path: {
                /** @description Id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnComment"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. `FORBIDDEN`: You may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_reaction: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token of the visitor: `visitor_token` of an earlier answer. It may be in the body as well. */
                "Visitor-Token"?: string;
            };
            path: {
                /** @description Id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReactToComment"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReactionReceipt"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. `COMMENTS_CLOSED`: Nobody may comment or react there, or not now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONFLICT`: It has been done already, or what it is about has changed in the meantime. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request's body has more bytes than are read. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request's `Content-Type` is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_reaction: {
        parameters: {
            query?: never;
            header: {
                /** @description The token of the visitor: `visitor_token` of an earlier answer. It may be in the body as well. */
                "Visitor-Token": string;
            };
            path: {
                /** @description Id of the comment. */
                id: string;
                /** @description Name of the reaction. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReactionReceipt"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. `COMMENTS_CLOSED`: Nobody may comment or react there, or not now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONFLICT`: It has been done already, or what it is about has changed in the meantime. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_replies: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
                /** @description Oldest first (when it is not given), newest first, or most reactions first. */
                order_by?: "NEWEST" | "OLDEST" | "REACTIONS";
            };
            header?: never;
            path: {
                /** @description Id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplyList"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A string of your making, such as a UUID (in quotation marks, a string of RFC 9651; or bare): when the answer is lost, send the same request with the same key, and it is done once. Known for a day. */
                "Idempotency-Key"?: string;
                /** @description The token of the visitor: `visitor_token` of an earlier answer. It may be in the body as well. */
                "Visitor-Token"?: string;
            };
            path: {
                /** @description Id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportComment"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description The same request had been answered before, and this is that answer again. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportReceipt"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONFLICT`: It has been done already, or what it is about has changed in the meantime. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request's body has more bytes than are read. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request's `Content-Type` is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The `Idempotency-Key` came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_comment_changes: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
                /** @description Slug of a newsroom: comments on its items alone. */
                newsroom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentChangeList"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. `FORBIDDEN`: You may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_contributions: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
                /** @description Words that the items must hold. In quotation marks: a phrase. With * at the end: a beginning. */
                search?: string;
                /** @description Order of the list: newest or oldest first, oldest change first, or best match of `search` first. When it is not given: best match first with `search`, else newest first. */
                order_by?: "NEWEST" | "OLDEST" | "UPDATED" | "RELEVANCE";
                /** @description Language of the items, as a BCP 47 tag. */
                locale?: "af" | "ar" | "ar-dz" | "ast" | "az" | "bg" | "be" | "bn" | "br" | "bs" | "ca" | "ckb" | "cs" | "cy" | "da" | "de" | "dsb" | "el" | "en" | "en-au" | "en-gb" | "eo" | "es" | "es-ar" | "es-co" | "es-mx" | "es-ni" | "es-ve" | "et" | "eu" | "fa" | "fi" | "fr" | "fy" | "ga" | "gd" | "gl" | "he" | "hi" | "hr" | "hsb" | "hu" | "hy" | "ia" | "id" | "ig" | "io" | "is" | "it" | "ja" | "ka" | "kab" | "kk" | "km" | "kn" | "ko" | "ky" | "lb" | "lt" | "lv" | "mk" | "ml" | "mn" | "mr" | "ms" | "my" | "nb" | "ne" | "nl" | "nn" | "os" | "pa" | "pl" | "pt" | "pt-br" | "ro" | "ru" | "sk" | "sl" | "sq" | "sr" | "sr-latn" | "sv" | "sw" | "ta" | "te" | "tg" | "th" | "tk" | "tr" | "tt" | "udm" | "ug" | "uk" | "ur" | "uz" | "vi" | "zh-hans" | "zh-hant";
                /** @description First published at this time or later. */
                published_from?: string;
                /** @description First published before this time. */
                published_before?: string;
                /** @description Last changed at this time or later. */
                updated_since?: string;
                /** @description Slug of the newsroom. */
                newsroom?: string;
                /** @description Id of the item that they were contributed to. */
                item?: string;
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "newsroom" | "title" | "description" | "contributor" | "file" | "item_id" | "comment_id")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributionList"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contribute: {
        parameters: {
            query?: never;
            header?: {
                /** @description A string of your making, such as a UUID (in quotation marks, a string of RFC 9651; or bare): when the answer is lost, send the same request with the same key, and it is done once. Known for a day. */
                "Idempotency-Key"?: string;
                /** @description The token of the visitor: `visitor_token` of an earlier answer. It may be in the body as well. */
                "Visitor-Token"?: string;
                /** @description The token of the comment's author: `edit_token` of the answer to the post. */
                "Edit-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Contribute"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description The contribution's address. It answers once the contribution is approved. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadTicket"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. `COMMENTS_CLOSED`: Nobody may comment or react there, or not now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONFLICT`: It has been done already, or what it is about has changed in the meantime. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request's body has more bytes than are read. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request's `Content-Type` is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The `Idempotency-Key` came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAVAILABLE`: The service cannot answer now. Try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_contribution: {
        parameters: {
            query?: {
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "newsroom" | "title" | "description" | "contributor" | "file" | "item_id" | "comment_id")[];
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributionDetail"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `GONE`: The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_contribution: {
        parameters: {
            query?: never;
            header: {
                /** @description The token of the comment's author: `edit_token` of the answer to the post. */
                "Edit-Token": string;
            };
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributionStanding"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_contribution_file: {
        parameters: {
            query?: never;
            header: {
                /** @description The token of the upload: `upload_token` of the answer to the offer. */
                "Upload-Token": string;
            };
            path: {
                /** @description Id of the contribution. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
                "*/*": string;
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributionStanding"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONFLICT`: It has been done already, or what it is about has changed in the meantime. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request's body has more bytes than are read. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request's `Content-Type` is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAVAILABLE`: The service cannot answer now. Try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_contribution_terms: {
        parameters: {
            query: {
                /** @description Slug of the newsroom. */
                newsroom: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributionTerms"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_discussions: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
                /** @description Words that the items must hold. In quotation marks: a phrase. With * at the end: a beginning. */
                search?: string;
                /** @description Order of the list: newest or oldest first, oldest change first, or best match of `search` first. When it is not given: best match first with `search`, else newest first. */
                order_by?: "NEWEST" | "OLDEST" | "UPDATED" | "RELEVANCE";
                /** @description Language of the items, as a BCP 47 tag. */
                locale?: "af" | "ar" | "ar-dz" | "ast" | "az" | "bg" | "be" | "bn" | "br" | "bs" | "ca" | "ckb" | "cs" | "cy" | "da" | "de" | "dsb" | "el" | "en" | "en-au" | "en-gb" | "eo" | "es" | "es-ar" | "es-co" | "es-mx" | "es-ni" | "es-ve" | "et" | "eu" | "fa" | "fi" | "fr" | "fy" | "ga" | "gd" | "gl" | "he" | "hi" | "hr" | "hsb" | "hu" | "hy" | "ia" | "id" | "ig" | "io" | "is" | "it" | "ja" | "ka" | "kab" | "kk" | "km" | "kn" | "ko" | "ky" | "lb" | "lt" | "lv" | "mk" | "ml" | "mn" | "mr" | "ms" | "my" | "nb" | "ne" | "nl" | "nn" | "os" | "pa" | "pl" | "pt" | "pt-br" | "ro" | "ru" | "sk" | "sl" | "sq" | "sr" | "sr-latn" | "sv" | "sw" | "ta" | "te" | "tg" | "th" | "tk" | "tr" | "tt" | "udm" | "ug" | "uk" | "ur" | "uz" | "vi" | "zh-hans" | "zh-hant";
                /** @description First published at this time or later. */
                published_from?: string;
                /** @description First published before this time. */
                published_before?: string;
                /** @description Last changed at this time or later. */
                updated_since?: string;
                /** @description Slug of the newsroom. */
                newsroom?: string;
                /** @description The discussion's own part of its address. */
                slug?: string;
                /** @description Id of a topic; what is filed under its subtopics counts. */
                topic?: string;
                /** @description Id of a person who hosts it or answers in it. */
                person?: string;
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "newsroom" | "slug" | "path" | "url" | "title" | "opening" | "host" | "experts" | "question_and_answer" | "opens_at" | "closes_at" | "topics" | "comment_choice" | "translations" | "thread" | "official_statement" | "metadata")[];
                /** @description In which format. `json`: the documents of this API. `ninjs`: IPTC's ninjs 3.1. `newsml`: IPTC's NewsML-G2 2.35. Without it, `Accept` says which. `fields` chooses among those of `json`: other formats are whole. */
                format?: "json" | "ninjs" | "newsml";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    /** @description `Accept`: it chooses the format. */
                    Vary?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscussionList"];
                    "application/vnd.iptc.ninjs+json": Record<string, never>;
                    "application/vnd.iptc.g2.newsmessage+xml": string;
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_discussion: {
        parameters: {
            query?: {
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "newsroom" | "slug" | "path" | "url" | "title" | "opening" | "host" | "experts" | "question_and_answer" | "opens_at" | "closes_at" | "topics" | "comment_choice" | "translations" | "thread" | "official_statement" | "metadata")[];
                /** @description In which format. `json`: the documents of this API. `ninjs`: IPTC's ninjs 3.1. `newsml`: IPTC's NewsML-G2 2.35. Without it, `Accept` says which. `fields` chooses among those of `json`: other formats are whole. */
                format?: "json" | "ninjs" | "newsml";
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description `Accept`: it chooses the format. */
                    Vary?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscussionDetail"];
                    "application/vnd.iptc.ninjs+json": Record<string, never>;
                    "application/vnd.iptc.g2.newsitem+xml": string;
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `GONE`: The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_discussion_editions: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionList"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    find_item: {
        parameters: {
            query: {
                /** @description A path such as `/newsroom` or `/newsroom/slug`, as in `path` of an item. */
                path: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemLocation"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `GONE`: The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_newsrooms: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
                /** @description Words that the items must hold. In quotation marks: a phrase. With * at the end: a beginning. */
                search?: string;
                /** @description Order of the list: by name from A to Z in the order of each one's language, newest or oldest first, oldest change first, or best match of `search` first. When it is not given: best match first with `search`, else by name. */
                order_by?: "NEWEST" | "OLDEST" | "UPDATED" | "RELEVANCE" | "NAME";
                /** @description Language of the items, as a BCP 47 tag. */
                locale?: "af" | "ar" | "ar-dz" | "ast" | "az" | "bg" | "be" | "bn" | "br" | "bs" | "ca" | "ckb" | "cs" | "cy" | "da" | "de" | "dsb" | "el" | "en" | "en-au" | "en-gb" | "eo" | "es" | "es-ar" | "es-co" | "es-mx" | "es-ni" | "es-ve" | "et" | "eu" | "fa" | "fi" | "fr" | "fy" | "ga" | "gd" | "gl" | "he" | "hi" | "hr" | "hsb" | "hu" | "hy" | "ia" | "id" | "ig" | "io" | "is" | "it" | "ja" | "ka" | "kab" | "kk" | "km" | "kn" | "ko" | "ky" | "lb" | "lt" | "lv" | "mk" | "ml" | "mn" | "mr" | "ms" | "my" | "nb" | "ne" | "nl" | "nn" | "os" | "pa" | "pl" | "pt" | "pt-br" | "ro" | "ru" | "sk" | "sl" | "sq" | "sr" | "sr-latn" | "sv" | "sw" | "ta" | "te" | "tg" | "th" | "tk" | "tr" | "tt" | "udm" | "ug" | "uk" | "ur" | "uz" | "vi" | "zh-hans" | "zh-hant";
                /** @description First published at this time or later. */
                published_from?: string;
                /** @description First published before this time. */
                published_before?: string;
                /** @description Last changed at this time or later. */
                updated_since?: string;
                /** @description Slug of the newsroom. */
                slug?: string;
                /** @description Id of a person who is a contact of the newsroom. */
                person?: string;
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "slug" | "path" | "url" | "name" | "tagline" | "about" | "logo" | "contacts" | "channels" | "boilerplate" | "comment_mode" | "comment_guidelines" | "colours" | "translations" | "official_statement" | "median_answer_seconds" | "feeds" | "metadata")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewsroomList"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_newsroom: {
        parameters: {
            query?: {
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "slug" | "path" | "url" | "name" | "tagline" | "about" | "logo" | "contacts" | "channels" | "boilerplate" | "comment_mode" | "comment_guidelines" | "colours" | "translations" | "official_statement" | "median_answer_seconds" | "feeds" | "metadata")[];
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewsroomDetail"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `GONE`: The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_official_statements: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
                /** @description An address on the web (scheme, `www.`, a slash at the end, the fragment and tracking parameters make no difference), or the id or slug of a topic: statements about it or what is below it. All, when it is not given. */
                about?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementList"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_people: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
                /** @description Words that the items must hold. In quotation marks: a phrase. With * at the end: a beginning. */
                search?: string;
                /** @description Order of the list: by name from A to Z in the order of each one's language, newest or oldest first, oldest change first, or best match of `search` first. When it is not given: best match first with `search`, else by name. */
                order_by?: "NEWEST" | "OLDEST" | "UPDATED" | "RELEVANCE" | "NAME";
                /** @description Language of the items, as a BCP 47 tag. */
                locale?: "af" | "ar" | "ar-dz" | "ast" | "az" | "bg" | "be" | "bn" | "br" | "bs" | "ca" | "ckb" | "cs" | "cy" | "da" | "de" | "dsb" | "el" | "en" | "en-au" | "en-gb" | "eo" | "es" | "es-ar" | "es-co" | "es-mx" | "es-ni" | "es-ve" | "et" | "eu" | "fa" | "fi" | "fr" | "fy" | "ga" | "gd" | "gl" | "he" | "hi" | "hr" | "hsb" | "hu" | "hy" | "ia" | "id" | "ig" | "io" | "is" | "it" | "ja" | "ka" | "kab" | "kk" | "km" | "kn" | "ko" | "ky" | "lb" | "lt" | "lv" | "mk" | "ml" | "mn" | "mr" | "ms" | "my" | "nb" | "ne" | "nl" | "nn" | "os" | "pa" | "pl" | "pt" | "pt-br" | "ro" | "ru" | "sk" | "sl" | "sq" | "sr" | "sr-latn" | "sv" | "sw" | "ta" | "te" | "tg" | "th" | "tk" | "tr" | "tt" | "udm" | "ug" | "uk" | "ur" | "uz" | "vi" | "zh-hans" | "zh-hant";
                /** @description First published at this time or later. */
                published_from?: string;
                /** @description First published before this time. */
                published_before?: string;
                /** @description Last changed at this time or later. */
                updated_since?: string;
                /** @description Slug of a newsroom whose public items name the person. */
                newsroom?: string;
                /** @description Id of a topic that the person can speak about. */
                topic?: string;
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "name" | "title" | "organisation" | "email" | "phone" | "role" | "photo" | "channels" | "topics")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonList"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_person: {
        parameters: {
            query?: {
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "name" | "title" | "organisation" | "email" | "phone" | "role" | "photo" | "channels" | "topics")[];
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `GONE`: The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_press_kits: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
                /** @description Words that the items must hold. In quotation marks: a phrase. With * at the end: a beginning. */
                search?: string;
                /** @description Order of the list: newest or oldest first, oldest change first, or best match of `search` first. When it is not given: best match first with `search`, else newest first. */
                order_by?: "NEWEST" | "OLDEST" | "UPDATED" | "RELEVANCE";
                /** @description Language of the items, as a BCP 47 tag. */
                locale?: "af" | "ar" | "ar-dz" | "ast" | "az" | "bg" | "be" | "bn" | "br" | "bs" | "ca" | "ckb" | "cs" | "cy" | "da" | "de" | "dsb" | "el" | "en" | "en-au" | "en-gb" | "eo" | "es" | "es-ar" | "es-co" | "es-mx" | "es-ni" | "es-ve" | "et" | "eu" | "fa" | "fi" | "fr" | "fy" | "ga" | "gd" | "gl" | "he" | "hi" | "hr" | "hsb" | "hu" | "hy" | "ia" | "id" | "ig" | "io" | "is" | "it" | "ja" | "ka" | "kab" | "kk" | "km" | "kn" | "ko" | "ky" | "lb" | "lt" | "lv" | "mk" | "ml" | "mn" | "mr" | "ms" | "my" | "nb" | "ne" | "nl" | "nn" | "os" | "pa" | "pl" | "pt" | "pt-br" | "ro" | "ru" | "sk" | "sl" | "sq" | "sr" | "sr-latn" | "sv" | "sw" | "ta" | "te" | "tg" | "th" | "tk" | "tr" | "tt" | "udm" | "ug" | "uk" | "ur" | "uz" | "vi" | "zh-hans" | "zh-hant";
                /** @description First published at this time or later. */
                published_from?: string;
                /** @description First published before this time. */
                published_before?: string;
                /** @description Last changed at this time or later. */
                updated_since?: string;
                /** @description Slug of the newsroom. */
                newsroom?: string;
                /** @description The kit's own part of its address. */
                slug?: string;
                /** @description Id of the release that the kit belongs to. */
                release?: string;
                /** @description Id of a topic; what is filed under its subtopics counts. */
                topic?: string;
                /** @description Has a file of this type. */
                asset?: "IMAGE" | "VIDEO" | "AUDIO" | "DOCUMENT";
                /** @description Id of a file: kits that hold it. */
                file?: string;
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "newsroom" | "slug" | "path" | "url" | "title" | "description" | "cover" | "files" | "file_count" | "release" | "topics" | "comment_choice" | "translations" | "thread" | "official_statement" | "metadata")[];
                /** @description In which format. `json`: the documents of this API. `ninjs`: IPTC's ninjs 3.1. `newsml`: IPTC's NewsML-G2 2.35. Without it, `Accept` says which. `fields` chooses among those of `json`: other formats are whole. */
                format?: "json" | "ninjs" | "newsml";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    /** @description `Accept`: it chooses the format. */
                    Vary?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PressKitList"];
                    "application/vnd.iptc.ninjs+json": Record<string, never>;
                    "application/vnd.iptc.g2.newsmessage+xml": string;
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_press_kit: {
        parameters: {
            query?: {
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "newsroom" | "slug" | "path" | "url" | "title" | "description" | "cover" | "files" | "file_count" | "release" | "topics" | "comment_choice" | "translations" | "thread" | "official_statement" | "metadata")[];
                /** @description In which format. `json`: the documents of this API. `ninjs`: IPTC's ninjs 3.1. `newsml`: IPTC's NewsML-G2 2.35. Without it, `Accept` says which. `fields` chooses among those of `json`: other formats are whole. */
                format?: "json" | "ninjs" | "newsml";
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description `Accept`: it chooses the format. */
                    Vary?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PressKitDetail"];
                    "application/vnd.iptc.ninjs+json": Record<string, never>;
                    "application/vnd.iptc.g2.newsitem+xml": string;
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `GONE`: The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_press_kit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Which bytes to send. With `If-Range` and the `ETag`, an interrupted download goes on safely. */
                Range?: string;
            };
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description `bytes`: parts may be asked for. */
                    "Accept-Ranges"?: string;
                    /** @description The name under which to save it. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description The bytes that `Range` asks for. */
            206: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description `bytes`: parts may be asked for. */
                    "Accept-Ranges"?: string;
                    /** @description The name under which to save it. */
                    "Content-Disposition"?: string;
                    /** @description Which bytes these are, of how many. */
                    "Content-Range"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `GONE`: The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PRECONDITION_FAILED`: The file is not in the state that `If-Match` names. */
            412: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RANGE_NOT_SATISFIABLE`: The file has no such bytes; `Content-Range` says how many it has. */
            416: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description Which bytes these are, of how many. */
                    "Content-Range"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAVAILABLE`: The service cannot answer now. Try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_press_kit_editions: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionList"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_preview: {
        parameters: {
            query: {
                /** @description The token that the admin adds to the address of a frontend. */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewedItem"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. `FORBIDDEN`: You may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendReceipts"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptResults"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request's body has more bytes than are read. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request's `Content-Type` is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_releases: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
                /** @description Words that the items must hold. In quotation marks: a phrase. With * at the end: a beginning. */
                search?: string;
                /** @description Order of the list: newest or oldest first, oldest change first, or best match of `search` first. When it is not given: best match first with `search`, else newest first. */
                order_by?: "NEWEST" | "OLDEST" | "UPDATED" | "RELEVANCE";
                /** @description Language of the items, as a BCP 47 tag. */
                locale?: "af" | "ar" | "ar-dz" | "ast" | "az" | "bg" | "be" | "bn" | "br" | "bs" | "ca" | "ckb" | "cs" | "cy" | "da" | "de" | "dsb" | "el" | "en" | "en-au" | "en-gb" | "eo" | "es" | "es-ar" | "es-co" | "es-mx" | "es-ni" | "es-ve" | "et" | "eu" | "fa" | "fi" | "fr" | "fy" | "ga" | "gd" | "gl" | "he" | "hi" | "hr" | "hsb" | "hu" | "hy" | "ia" | "id" | "ig" | "io" | "is" | "it" | "ja" | "ka" | "kab" | "kk" | "km" | "kn" | "ko" | "ky" | "lb" | "lt" | "lv" | "mk" | "ml" | "mn" | "mr" | "ms" | "my" | "nb" | "ne" | "nl" | "nn" | "os" | "pa" | "pl" | "pt" | "pt-br" | "ro" | "ru" | "sk" | "sl" | "sq" | "sr" | "sr-latn" | "sv" | "sw" | "ta" | "te" | "tg" | "th" | "tk" | "tr" | "tt" | "udm" | "ug" | "uk" | "ur" | "uz" | "vi" | "zh-hans" | "zh-hant";
                /** @description First published at this time or later. */
                published_from?: string;
                /** @description First published before this time. */
                published_before?: string;
                /** @description Last changed at this time or later. */
                updated_since?: string;
                /** @description Slug of the newsroom. */
                newsroom?: string;
                /** @description The release's own part of its address. */
                slug?: string;
                /** @description Kinds of release; repeat it for any of several. */
                kind?: ("PRESS_RELEASE" | "NEWS" | "BLOG_POST" | "STATEMENT" | "EVENT")[];
                /** @description Id of a topic; what is filed under its subtopics counts. */
                topic?: string;
                /** @description A tag, in any case of letters. */
                tag?: string;
                /** @description Id of a person whom the release names. */
                person?: string;
                /** @description Has an image or a file of this type. */
                asset?: "IMAGE" | "VIDEO" | "AUDIO" | "DOCUMENT";
                /** @description Id of a file, or `file_id` of an asset: releases that show it. */
                file?: string;
                /** @description Whether it is kept at the top of its newsroom. */
                pinned?: boolean;
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "newsroom" | "kind" | "slug" | "path" | "url" | "title" | "subtitle" | "summary" | "dateline" | "byline" | "hero" | "body" | "boilerplate" | "contacts" | "images" | "files" | "topics" | "tags" | "links" | "related" | "translations" | "event" | "about_urls" | "pinned" | "comment_choice" | "rights" | "seo" | "thread" | "official_statement" | "share" | "metadata")[];
                /** @description In which format. `json`: the documents of this API. `ninjs`: IPTC's ninjs 3.1. `newsml`: IPTC's NewsML-G2 2.35. Without it, `Accept` says which. `fields` chooses among those of `json`: other formats are whole. */
                format?: "json" | "ninjs" | "newsml";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    /** @description `Accept`: it chooses the format. */
                    Vary?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseList"];
                    "application/vnd.iptc.ninjs+json": Record<string, never>;
                    "application/vnd.iptc.g2.newsmessage+xml": string;
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_release: {
        parameters: {
            query?: {
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "newsroom" | "kind" | "slug" | "path" | "url" | "title" | "subtitle" | "summary" | "dateline" | "byline" | "hero" | "body" | "boilerplate" | "contacts" | "images" | "files" | "topics" | "tags" | "links" | "related" | "translations" | "event" | "about_urls" | "pinned" | "comment_choice" | "rights" | "seo" | "thread" | "official_statement" | "share" | "metadata")[];
                /** @description In which format. `json`: the documents of this API. `ninjs`: IPTC's ninjs 3.1. `newsml`: IPTC's NewsML-G2 2.35. Without it, `Accept` says which. `fields` chooses among those of `json`: other formats are whole. */
                format?: "json" | "ninjs" | "newsml";
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description `Accept`: it chooses the format. */
                    Vary?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseDetail"];
                    "application/vnd.iptc.ninjs+json": Record<string, never>;
                    "application/vnd.iptc.g2.newsitem+xml": string;
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `GONE`: The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_release_editions: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionList"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_release_files: {
        parameters: {
            query?: never;
            header?: {
                /** @description Which bytes to send. With `If-Range` and the `ETag`, an interrupted download goes on safely. */
                Range?: string;
            };
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description `bytes`: parts may be asked for. */
                    "Accept-Ranges"?: string;
                    /** @description The name under which to save it. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description The bytes that `Range` asks for. */
            206: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description `bytes`: parts may be asked for. */
                    "Accept-Ranges"?: string;
                    /** @description The name under which to save it. */
                    "Content-Disposition"?: string;
                    /** @description Which bytes these are, of how many. */
                    "Content-Range"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `GONE`: The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PRECONDITION_FAILED`: The file is not in the state that `If-Match` names. */
            412: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RANGE_NOT_SATISFIABLE`: The file has no such bytes; `Content-Range` says how many it has. */
            416: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description Which bytes these are, of how many. */
                    "Content-Range"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAVAILABLE`: The service cannot answer now. Try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_release_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description The name under which to save it. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `GONE`: The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAVAILABLE`: The service cannot answer now. Try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_release_text: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description The name under which to save it. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; charset=utf-8": string;
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `GONE`: The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAVAILABLE`: The service cannot answer now. Try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_threads: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
                /** @description Slug of the newsroom. */
                newsroom?: string;
                /** @description Id of the item that the thread belongs to. */
                item?: string;
                /** @description Latest comment first (when it is not given), or most comments first. */
                order_by?: "ACTIVITY" | "COMMENTS";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadList"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_thread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_comments: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
                /** @description `FLAT`: all comments, replies among them (when it is not given). `TREE`: those at the top of the thread, with their `replies` nested in them. */
                view?: "FLAT" | "TREE";
                /** @description Order of the list, and of the replies to each: newest first (when it is not given), oldest first, or most reactions first. */
                order_by?: "NEWEST" | "OLDEST" | "REACTIONS";
                /** @description Id of a comment of the thread: the replies to it alone. */
                parent?: string;
                /** @description What they are meant as. */
                kind?: "QUESTION" | "PRAISE" | "CRITICISM" | "OTHER";
                /** @description Whether they have an official answer. */
                answered?: boolean;
                /** @description Whether they are official answers. */
                official?: boolean;
                /** @description With `TREE`: how many levels of replies are nested; 3 when it is not given. */
                depth?: number;
                /** @description With `TREE`: how many replies to each comment; 5 when it is not given. `next` of `replies` leads to the rest. */
                replies?: number;
            };
            header?: never;
            path: {
                /** @description Id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentList"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A string of your making, such as a UUID (in quotation marks, a string of RFC 9651; or bare): when the answer is lost, send the same request with the same key, and it is done once. Known for a day. */
                "Idempotency-Key"?: string;
                /** @description The token of the visitor: `visitor_token` of an earlier answer. It may be in the body as well. */
                "Visitor-Token"?: string;
            };
            path: {
                /** @description Id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostComment"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description The comment's address. It answers once the comment is published. */
                    Location?: string;
                    /** @description The same request had been answered before, and this is that answer again. */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostReceipt"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_TOKEN`: A token is malformed, expired, wrong, or for something else. `COMMENTS_CLOSED`: Nobody may comment or react there, or not now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request's body has more bytes than are read. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request's `Content-Type` is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The `Idempotency-Key` came with another request before. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAVAILABLE`: The service cannot answer now. Try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    follow_thread: {
        parameters: {
            query?: {
                /** @description Number of the last change seen (the `id` of an event, the `seq` of a comment): what happened after it comes first. `Last-Event-ID`, which browsers send when they connect again, goes before it. */
                since?: number;
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAVAILABLE`: The service cannot answer now. Try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_comment_form: {
        parameters: {
            query?: {
                /** @description Language of labels and hints, as a BCP 47 tag; that of the item when it is not given. */
                locale?: "af" | "ar" | "ar-dz" | "ast" | "az" | "bg" | "be" | "bn" | "br" | "bs" | "ca" | "ckb" | "cs" | "cy" | "da" | "de" | "dsb" | "el" | "en" | "en-au" | "en-gb" | "eo" | "es" | "es-ar" | "es-co" | "es-mx" | "es-ni" | "es-ve" | "et" | "eu" | "fa" | "fi" | "fr" | "fy" | "ga" | "gd" | "gl" | "he" | "hi" | "hr" | "hsb" | "hu" | "hy" | "ia" | "id" | "ig" | "io" | "is" | "it" | "ja" | "ka" | "kab" | "kk" | "km" | "kn" | "ko" | "ky" | "lb" | "lt" | "lv" | "mk" | "ml" | "mn" | "mr" | "ms" | "my" | "nb" | "ne" | "nl" | "nn" | "os" | "pa" | "pl" | "pt" | "pt-br" | "ro" | "ru" | "sk" | "sl" | "sq" | "sr" | "sr-latn" | "sv" | "sw" | "ta" | "te" | "tg" | "th" | "tk" | "tr" | "tt" | "udm" | "ug" | "uk" | "ur" | "uz" | "vi" | "zh-hans" | "zh-hant";
            };
            header?: never;
            path: {
                /** @description Id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentForm"];
                };
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_topics: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                page_size?: number;
                /** @description Where the page begins: taken from `next` or `previous` of another page of the same list. */
                cursor?: string;
                /** @description Words that the items must hold. In quotation marks: a phrase. With * at the end: a beginning. */
                search?: string;
                /** @description Order of the list: by name from A to Z in the order of each one's language, newest or oldest first, oldest change first, or best match of `search` first. When it is not given: best match first with `search`, else by name. */
                order_by?: "NEWEST" | "OLDEST" | "UPDATED" | "RELEVANCE" | "NAME";
                /** @description Language of the items, as a BCP 47 tag. */
                locale?: "af" | "ar" | "ar-dz" | "ast" | "az" | "bg" | "be" | "bn" | "br" | "bs" | "ca" | "ckb" | "cs" | "cy" | "da" | "de" | "dsb" | "el" | "en" | "en-au" | "en-gb" | "eo" | "es" | "es-ar" | "es-co" | "es-mx" | "es-ni" | "es-ve" | "et" | "eu" | "fa" | "fi" | "fr" | "fy" | "ga" | "gd" | "gl" | "he" | "hi" | "hr" | "hsb" | "hu" | "hy" | "ia" | "id" | "ig" | "io" | "is" | "it" | "ja" | "ka" | "kab" | "kk" | "km" | "kn" | "ko" | "ky" | "lb" | "lt" | "lv" | "mk" | "ml" | "mn" | "mr" | "ms" | "my" | "nb" | "ne" | "nl" | "nn" | "os" | "pa" | "pl" | "pt" | "pt-br" | "ro" | "ru" | "sk" | "sl" | "sq" | "sr" | "sr-latn" | "sv" | "sw" | "ta" | "te" | "tg" | "th" | "tk" | "tr" | "tt" | "udm" | "ug" | "uk" | "ur" | "uz" | "vi" | "zh-hans" | "zh-hant";
                /** @description First published at this time or later. */
                published_from?: string;
                /** @description First published before this time. */
                published_before?: string;
                /** @description Last changed at this time or later. */
                updated_since?: string;
                /** @description Slug of a newsroom whose public items name the topic. */
                newsroom?: string;
                /** @description The topic's part of an address. */
                slug?: string;
                /** @description Id of a topic above it. */
                topic?: string;
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "slug" | "name" | "description" | "parent" | "ancestor_ids")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    /** @description Addresses of the next and the previous page (RFC 8288). */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicList"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_topic: {
        parameters: {
            query?: {
                /** @description Names of the fields that the answer holds, separated by commas; all when it is not given. */
                fields?: ("id" | "type" | "version" | "locale" | "published_at" | "updated_at" | "corrections" | "slug" | "name" | "description" | "parent" | "ancestor_ids")[];
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description Strong validator: send it back as `If-None-Match`. */
                    ETag?: string;
                    /** @description When the content last changed. */
                    "Last-Modified"?: string;
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    /** @description Keys by which a CDN purges the answer. */
                    "Surrogate-Key"?: string;
                    /** @description The quota of an address, or of a key (RFC 9651 structured field). */
                    "RateLimit-Policy"?: string;
                    /** @description What is left of it (RFC 9651 structured field). */
                    RateLimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicDetail"];
                };
            };
            /** @description Nothing has changed since the validators sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `INVALID_INPUT`: A parameter or field is unknown, missing, of the wrong type or out of range. `INVALID_CURSOR`: The cursor is not one that this list gave. Start again without it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHORIZED`: The partner's key is missing, wrong, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND`: Nothing public answers to this id, slug, path or address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_ACCEPTABLE`: The answer does not exist in any media type of `Accept`. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `GONE`: The item was public and has been withdrawn; `reason` and `withdrawn_at` say why and when. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED`: Wait as many seconds as `Retry-After` says. */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`: The fault is ours. Try again later. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
