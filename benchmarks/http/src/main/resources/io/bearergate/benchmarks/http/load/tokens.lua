-- Sends a request with each token of a file in turn: wrk -s tokens.lua URL -- FILE OFFSET
-- A file with one line is one token, repeated.
local file, head, tail, only
served = 0

local function following()
  local token = file:read("*l")
  if not token then
    file:seek("set", 0)
    token = file:read("*l")
  end
  return token
end

function setup(thread)
  worker = thread
end

function init(arguments)
  file = assert(io.open(arguments[1], "r"))
  head = "GET / HTTP/1.1\r\nHost: " .. wrk.host .. "\r\nAuthorization: Bearer "
  tail = "\r\n\r\n"
  local first = file:read("*l")
  if not file:read("*l") then
    only = head .. first .. tail
  end
  file:seek("set", tonumber(arguments[2]))
end

function request()
  served = served + 1
  return only or head .. following() .. tail
end

function done(summary)
  local errors = summary.errors
  print(string.format("RESULT %d %d %d %d %d", summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout, worker:get("served")))
end
