import type { FastifyReply } from "fastify";
import { z } from "zod";

/** In which form and language a file for a spreadsheet is wanted. */
export const fileQuery = z.object({
  format: z.enum(["csv", "xlsx"]).default("csv"),
  language: z.enum(["da", "en"]).default("da"),
});

const MEDIA_TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** An answer that is saved as a file; its content may be a stream. */
export function asDownload<Reply extends Pick<FastifyReply, "header">>(
  reply: Reply,
  file: { readonly name: string; readonly format: keyof typeof MEDIA_TYPES },
): Reply {
  reply.header("content-type", MEDIA_TYPES[file.format]);
  reply.header("content-disposition", `attachment; filename="${file.name.replaceAll(/[^\w.\- ]/g, "_")}"`);
  return reply;
}
