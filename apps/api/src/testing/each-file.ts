import { closeWorldsOfFile } from "./worlds-of-file.ts";

closeWorldsOfFile();
