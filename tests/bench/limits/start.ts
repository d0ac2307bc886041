/**
 * The bare limit of B6: a fresh Node that imports the libraries a hub is made of, parses today's file
 * line by line, and says so. It opens nothing, checks nothing and serves nobody.
 */
import { readFileSync } from 'node:fs';
import argon2 from '@node-rs/argon2';
import express from 'express';
import gzip from 'express-static-gzip';
import helmet from 'helmet';
import iconv from 'iconv-lite';
import * as lowdb from 'lowdb';
import printer from 'node-thermal-printer';
import prom from 'prom-client';
import { Server } from 'socket.io';
import * as zod from 'zod';

const imported = [argon2, express, gzip, helmet, iconv, lowdb, printer, prom, zod];
const [file = ''] = process.argv.slice(2);
const entries = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
console.log(`ready ${entries.length} entries, ${imported.length} libraries, ${typeof Server}`);
setInterval(() => {}, 60_000);
