// Says at the end of a program how much memory it had at most, in KiB.
process.on('exit', () => process._rawDebug(`peak ${process.resourceUsage().maxRSS}`));
