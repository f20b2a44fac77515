import { writeFileSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { day } from "../platform/kernel/day.ts";
import { HAND_MADE } from "./testing/demo-desk.ts";
import { serve } from "./server/serve.ts";
import { visitorAs } from "./testing/visitor.ts";
import { notesAt } from "./testing/writers.ts";
import { openRuntime } from "./runtime.ts";
import { operationsOver } from "./operations.ts";
const disk="/tmp/mnt";
const place={data: join(disk,"data"), ...(process.env.URLX?{url:process.env.URLX}:{})};
const free=()=>{const s=statfsSync(disk);return Math.round(s.bavail*s.bsize/1024)};
{const r=await openRuntime(place); const o=operationsOver(r,()=>day("2022-01-15")); console.log((await o.load({folder:HAND_MADE,municipality:"0316",synthetic:true})).ok); await r.close();}
console.log("free kB", free());
let served=await serve({place,today:()=>day("2022-01-15"),port:0,host:"127.0.0.1",env:{SPRINGBRAET_REQUESTS_PER_MINUTE:"100000"}});
let v=await visitorAs(served.url,"analyst");
const NOTES="/plans/holbaek-2020-21/goals/G-HO20-04/notes";
const send=(t:string,k?:string)=>v.send("POST",NOTES,{kind:"comment",text:t},k).then(a=>({status:a.status,code:(a.body as any).code,id:(a.body as any).id}),e=>String(e));
console.log(await send("one"));
const ballast=join(disk,"ballast");
const b=()=>{try{writeFileSync(ballast,Buffer.alloc(free()*1024-Number(process.env.LEAVE??200)*1024,1))}catch(e){console.log(String(e))}};
b(); console.log("free kB", free());
let i=0; for(;i<9000;i++){const a=await send(crypto.randomUUID().repeat(1)+Array.from({length:95},()=>crypto.randomUUID()).join(" ")) as any; if(a.status!==200){console.log(i,a,free());break;}}
console.log(await send("again"), (await fetch(served.url+"/ready")).status, await (await fetch(served.url+"/ready")).text());
rmSync(ballast); console.log("free", free());
console.log(await send("after"), (await fetch(served.url+"/ready")).status);
try{console.log((await notesAt(served.url)).length, i+2);}catch(e){console.log(String(e))}
await served.close().catch(e=>console.log("close",String(e)));
served=await serve({place,today:()=>day("2022-01-15"),port:0,host:"127.0.0.1",env:{SPRINGBRAET_REQUESTS_PER_MINUTE:"100000"}});
v=await visitorAs(served.url,"analyst");
console.log("restarted",await send("after restart"), (await notesAt(served.url)).length);
await served.close();
