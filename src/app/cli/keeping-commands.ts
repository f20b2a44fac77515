import type { Command } from "commander";
import { bring, type Common, common, ends, given, outputOf, placeOf } from "./command-line.ts";

/** Adds the commands of those who keep the program running: warehouse, backup, doctor, keys, log, data protection. */
export function addKeepingCommands(program: Command): void {
  addWarehouse(program);
  addBackups(program);
  addKeysAndLog(program);
}

function addWarehouse(program: Command): void {
  const warehouse = program.command("warehouse").description("the copy of the records that figures are counted in");
  for (const what of ["rebuild", "verify", "snapshot"] as const) {
    const command = common(warehouse.command(what === "snapshot" ? "snapshot <name>" : what))
      .description(
        { rebuild: "build it anew", verify: "compare it with the records", snapshot: "pin it under a name" }[what],
      )
      .option("--municipality <code>", "four digits or name");
    if (what === "snapshot") command.option("--as-of <date>", "the day its reports are as of");
    command.action(async (...args: unknown[]) => {
      const options = (what === "snapshot" ? args[1] : args[0]) as Common;
      const name = what === "snapshot" ? { name: String(args[0]) } : {};
      const { place, output, options: own } = given(options);
      ends(await (await bring.commands()).warehouse(place, what, { output, options: { ...own, ...name } }));
    });
  }
}

function addBackups(program: Command): void {
  common(program.command("backup <file>"))
    .description("back up everything into one file, while people work")
    .option("--with-keys", "put the keys in too: who has the file can then read everything")
    .action(async (file: string, options: Common & { withKeys?: boolean }) => {
      const { place, ...more } = given(options);
      ends(await (await bring.backups()).backup(place, file, more));
    });

  common(program.command("doctor"))
    .description("look at everything that can be out of order, with what to do")
    .option("--repair", "put right what can be put right without losing anything")
    .action(async (options: Common & { repair?: boolean }) => {
      const { place, ...more } = given(options);
      const { doctor } = await import("./doctor.ts");
      ends(await doctor(place, more));
    });

  common(program.command("restore <file>"))
    .description("restore a backup into an empty folder (--data) or an empty database (DATABASE_URL)")
    .action(async (file: string, options: Common) => {
      const { restore } = await bring.backups();
      ends(await restore(placeOf(options), file, outputOf(options)));
    });
}

function addKeysAndLog(program: Command): void {
  const keys = program.command("keys").description("the keys that CPR numbers are sealed with");
  common(keys.command("rotate"))
    .description("put new keys in use and seal all numbers anew; finishes an earlier rotation that was stopped")
    .action(async (options: Common) => {
      const { rotate } = await bring.keys();
      ends(await rotate(placeOf(options), outputOf(options)));
    });
  common(keys.command("check"))
    .description("open every sealed number and compare its index")
    .action(async (options: Common) => {
      const { check } = await bring.keys();
      ends(await check(placeOf(options), outputOf(options)));
    });

  const log = program.command("log").description("the access log: who looked at whom");
  common(log.command("verify"))
    .description("recompute the whole log; names the first broken day and entry")
    .option("--against <file>", "seals kept elsewhere, as `log seal` wrote them")
    .option("--municipality <code>", "four digits or name")
    .action(async (options: Common & { against?: string }) => {
      const { place, output, options: own } = given(options);
      ends(await (await bring.log()).verifyLog(place, own, output));
    });
  common(log.command("seal"))
    .description("seal what is new and give all seals, to be kept elsewhere")
    .option("--out <file>", "where to write them")
    .option("--municipality <code>", "four digits or name")
    .action(async (options: Common & { out?: string }) => {
      const { place, output, options: own } = given(options);
      ends(await (await bring.log()).sealLog(place, own, output));
    });
  common(log.command("drop"))
    .description("drop entries whose time is over; the seals of their days stay")
    .option("--municipality <code>", "four digits or name")
    .action(async (options: Common) => {
      const { place, output, options: own } = given(options);
      ends(await (await bring.log()).dropLog(place, own, output));
    });

  const privacy = program.command("privacy").description("data protection");
  common(privacy.command("reapply"))
    .description("delete again what had been deleted, after an older backup was restored")
    .option("--municipality <code>", "four digits or name")
    .action(async (options: Common) => {
      const { place, output, options: own } = given(options);
      ends(await (await bring.log()).reapply(place, own, output));
    });
}
