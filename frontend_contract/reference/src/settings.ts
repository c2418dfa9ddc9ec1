/**
 * What the environment says, checked once. Everything else reads it from here.
 *
 * A setting that cannot work stops the start with one message that names it and says what would have been right.
 */

export interface Settings {
  /** Where this server reaches the newsroom, without a slash at the end. */
  newsroomUrl: string;
  /** Where browsers reach it: files, live updates, feeds. */
  newsroomPublicUrl: string;
  /** Where browsers reach this press room. */
  siteUrl: string;
  /** Origins whose admin may show previews in a frame. */
  newsroomOrigins: string[];
  /** Further origins that pictures, videos and sounds come from, such as a CDN. */
  mediaOrigins: string[];
  /** A partner's key, for the number of requests that goes with it; empty: that of any address. */
  newsroomKey: string;
  /** Secrets of the webhook endpoint; several while one is changed for another. */
  webhookSecrets: string[];
  /** Slugs of the newsrooms that are shown; empty: all. */
  newsrooms: string[];
}

class SettingsError extends Error {
  override name = "SettingsError";
}

let known: Settings | undefined;

/** The settings; throws `SettingsError` with every fault at once. */
export function settings(): Settings {
  known ??= readSettings(process.env);
  return known;
}

/** The settings that `environment` describes. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const faults: string[] = [];
  const newsroomUrl = address("NEWSROOM_URL", "http://localhost:8000");
  const newsroomPublicUrl = address("NEWSROOM_PUBLIC_URL", newsroomUrl);
  const siteUrl = address("SITE_URL", "http://localhost:3000");
  const newsroomOrigins = list("NEWSROOM_ORIGINS").map((value) => origin("NEWSROOM_ORIGINS", value));
  const mediaOrigins = list("MEDIA_ORIGINS").map((value) => origin("MEDIA_ORIGINS", value));
  const webhookSecrets = list("NEWSROOM_WEBHOOK_SECRETS");
  for (const secret of webhookSecrets) {
    if (!/^whsec_[A-Za-z0-9+/]+=*$/.test(secret)) {
      faults.push("NEWSROOM_WEBHOOK_SECRETS: each secret begins with whsec_, as the admin shows it under Webhooks.");
    }
  }
  const newsroomKey = environment.NEWSROOM_KEY?.trim() ?? "";
  if (newsroomKey && !/^nrk_[\w-]+$/.test(newsroomKey)) {
    faults.push("NEWSROOM_KEY: a key begins with nrk_, as the admin shows it under Partners.");
  }
  const newsrooms = list("NEWSROOMS");
  for (const slug of newsrooms) {
    if (!/^[\p{L}\p{M}\p{N}_-]+$/u.test(slug)) faults.push(`NEWSROOMS: "${slug}" is no slug. Give slugs such as norrvind, with commas between.`);
  }
  if (faults.length) throw new SettingsError(`The press room cannot start.\n- ${faults.join("\n- ")}`);
  return {
    newsroomUrl,
    newsroomPublicUrl,
    siteUrl,
    newsroomOrigins: newsroomOrigins.length ? newsroomOrigins : [new URL(newsroomPublicUrl).origin],
    mediaOrigins,
    newsroomKey,
    webhookSecrets,
    newsrooms,
  };

  function list(name: string): string[] {
    return (environment[name] ?? "").split(",").map((value) => value.trim()).filter(Boolean);
  }

  function address(name: string, otherwise: string): string {
    const value = environment[name]?.trim() || otherwise;
    const url = URL.canParse(value) ? new URL(value) : null;
    if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
      faults.push(`${name}: "${value}" is no web address. Give one such as https://press.example.com.`);
      return otherwise;
    }
    return url.href.replace(/\/+$/, "");
  }

  function origin(name: string, value: string): string {
    if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return new URL(value).origin;
    faults.push(`${name}: "${value}" is no origin. Give one such as https://newsroom.example.com.`);
    return "";
  }
}
