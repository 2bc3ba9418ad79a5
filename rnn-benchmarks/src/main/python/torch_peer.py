#!/usr/bin/env python3
"""PyTorch on the same rows as `rnn bench`, one JSON line a measurement.

  torch_peer.py layers ROWS.json [--cells lstm,gru,elman] [--modes train,infer] [--seconds 1.5] [--threads 2]
  torch_peer.py custom ROWS.json      the same LSTM written by hand, scripted and eager: what a custom cell costs there
  torch_peer.py lengths ROWS.json     train with lengths spread over 1 to T as a packed sequence, beside the full batch
  torch_peer.py charrnn TEXT.txt      2-layer LSTM 128, T=50, B=50, Adam 2e-3, clip 5: characters a second, loss and all

Needs torch in a virtual environment; numpy is not needed.
'train' = forward + backward of sum(output), gradients for x and all weights; 'infer' = forward, no gradients.
GFLOP counts the matrix products only: forward 2*T*B*G*H*(I+H) a layer, backward twice that.
"""
import argparse, json, math, random, statistics, time, warnings
warnings.filterwarnings("ignore")
import torch
import torch.nn as nn

GATES = {"lstm": 4, "gru": 3, "elman": 1}
MODULE = {"lstm": nn.LSTM, "gru": nn.GRU, "elman": nn.RNN}


def median_seconds(f, seconds):
    f(); f(); f()
    times, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 3:
        a = time.perf_counter(); f(); times.append(time.perf_counter() - a)
    return statistics.median(times)


def flops(r, gates):
    h, i, l = r["hiddenSize"], r["inputSize"], r["layers"]
    return 2 * r["timeSteps"] * r["batchSize"] * gates * h * (i + h + (l - 1) * 2 * h)


def emit(peer, cell, mode, r, s, fl, **more):
    print(json.dumps({"engine": peer, "cell": cell, "mode": mode, "name": r["name"], "medianMillis": s * 1e3, "gflops": fl / s / 1e9, **more}), flush=True)


def layers(a):
    for cell in a.cells.split(","):
        for r in json.load(open(a.file)):
            m = MODULE[cell](r["inputSize"], r["hiddenSize"], r["layers"])
            x = torch.randn(r["timeSteps"], r["batchSize"], r["inputSize"])
            fl = flops(r, GATES[cell])
            if "infer" in a.modes:
                m.eval()
                def infer():
                    with torch.inference_mode(): m(x)
                emit("torch", cell, "infer", r, median_seconds(infer, a.seconds), fl)
            if "train" in a.modes:
                m.train(); xg = x.clone().requires_grad_(True)
                def train():
                    m.zero_grad(set_to_none=True); xg.grad = None
                    m(xg)[0].sum().backward()
                emit("torch", cell, "train", r, median_seconds(train, a.seconds), 3 * fl)


def lengths(a):
    for cell in a.cells.split(","):
        for r in json.load(open(a.file)):
            T, B = r["timeSteps"], r["batchSize"]
            n = [math.ceil((b + 0.5) / B * T) for b in range(B)]
            random.Random(4).shuffle(n)
            m = MODULE[cell](r["inputSize"], r["hiddenSize"], r["layers"])
            x = torch.randn(T, B, r["inputSize"], requires_grad=True)

            def train(packed):
                m.zero_grad(set_to_none=True); x.grad = None
                y = m(nn.utils.rnn.pack_padded_sequence(x, n, enforce_sorted=False))[0].data if packed else m(x)[0]
                y.sum().backward()
            ragged, full = median_seconds(lambda: train(True), a.seconds), median_seconds(lambda: train(False), a.seconds)
            fl = 3 * flops(r, GATES[cell]) * sum(n) / (T * B)
            emit("torch", cell, "lengths", r, ragged, fl, fullMillis=full * 1e3, ratio=ragged / full, stepsShare=sum(n) / (T * B))


def step(x, h, c, wi, wh, b):
    i, f, g, o = (x @ wi.t() + h @ wh.t() + b).chunk(4, 1)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return torch.sigmoid(o) * torch.tanh(c), c


def custom(a):
    scripted = torch.jit.script(step)
    for r in json.load(open(a.file)):
        if r["layers"] != 1: continue
        H, I, B = r["hiddenSize"], r["inputSize"], r["batchSize"]
        p = [torch.randn(4 * H, I).mul_(.05).requires_grad_(), torch.randn(4 * H, H).mul_(.05).requires_grad_(), torch.zeros(4 * H, requires_grad=True)]
        x = torch.randn(r["timeSteps"], B, I, requires_grad=True)
        for label, f in (("torch-script", scripted), ("torch-eager", step)):
            def train():
                for q in p + [x]: q.grad = None
                h = c = torch.zeros(B, H); out = []
                for t in range(x.size(0)):
                    h, c = f(x[t], h, c, *p); out.append(h)
                torch.stack(out).sum().backward()
            emit(label, "ownLstm", "train", r, median_seconds(train, a.seconds), 3 * flops(r, 4))


def charrnn(a):
    text = open(a.file, encoding="utf-8").read()
    ids = {c: i for i, c in enumerate(sorted(set(text)))}
    data = torch.tensor([ids[c] for c in text])
    V, B, T, H = len(ids), 50, 50, 128
    n = len(data) // B
    data = data[: n * B].view(B, n).t().contiguous()
    emb, rnn, out = nn.Embedding(V, H), nn.LSTM(H, H, 2), nn.Linear(H, V)
    params = [*emb.parameters(), *rnn.parameters(), *out.parameters()]
    opt, state, begun, seen, losses = torch.optim.Adam(params, 2e-3), None, time.perf_counter(), 0, []
    while time.perf_counter() - begun < a.seconds_total:
        for t in range(0, n - T - 1, T):
            logits, state = rnn(emb(data[t:t + T]), state)
            state = tuple(s.detach() for s in state)
            loss = nn.functional.cross_entropy(out(logits).view(-1, V), data[t + 1:t + T + 1].reshape(-1))
            opt.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(params, 5.0); opt.step()
            seen += T * B; losses.append(loss.item())
            if time.perf_counter() - begun > a.seconds_total: break
        state = None
    s = time.perf_counter() - begun
    print(json.dumps({"engine": "torch", "job": "charrnn", "charactersPerSecond": seen / s, "seconds": s, "steps": len(losses), "loss": statistics.mean(losses[-20:])}))


p = argparse.ArgumentParser()
p.add_argument("what", choices=["layers", "custom", "lengths", "charrnn"]); p.add_argument("file")
p.add_argument("--cells", default="lstm,gru,elman"); p.add_argument("--modes", default="train,infer")
p.add_argument("--seconds", type=float, default=1.5); p.add_argument("--seconds-total", type=float, default=30); p.add_argument("--threads", type=int, default=2)
a = p.parse_args()
torch.manual_seed(0); torch.set_num_threads(a.threads)
{"layers": layers, "custom": custom, "lengths": lengths, "charrnn": charrnn}[a.what](a)
