-- Asks what the log of queries says, one reader a thread, each after a pause; tells answered from turned away.
local ffi = require("ffi")
ffi.cdef [[ typedef struct { long sec; long usec; } moment; int gettimeofday(moment *now, void *zone); ]]
local now = ffi.new("moment")
local threads = {}

local function time()
  ffi.C.gettimeofday(now, nil)
  return tonumber(now.sec) + tonumber(now.usec) / 1e6
end

function setup(thread)
  table.insert(threads, thread)
  thread:set("number", #threads)
end

function init(args)
  pause, paths, lines = tonumber(args[2]), {}, {}
  for line in io.lines(args[1]) do paths[#paths + 1] = line end
  math.randomseed(number)
  place = math.random(#paths)
end

function delay()
  return math.floor(-math.log(1 - math.random()) * pause)
end

function request()
  place = place % #paths + 1
  begun = time()
  return wrk.format("GET", paths[place])
end

function response(status)
  lines[#lines + 1] = string.format("%d %.3f", status, (time() - begun) * 1000)
end

function done(summary, latency, requests)
  print(string.format("seconds %.3f", summary.duration / 1e6))
  print(string.format("broken %d", summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
  for _, thread in ipairs(threads) do
    for _, line in ipairs(thread:get("lines")) do print(line) end
  end
end
