"""The PyTorch twin of the training step: same layers, batch normalisation, losses, clipping, AdamW and moving average.

Reads JSON lines on stdin. The first is the task: {"architecture", "config", "threads"}; then {"layout", "compiled", "warmup", "steps"}
for every measurement, answered by {"seconds"} on stdout. Layers come from the architecture that the JavaScript side declares,
so the two can't drift apart; the number of parameters is answered first for a check.
"""

import json
import math
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

LOG_VAR_BOUND = 12.0
HALF_LOG_TWO_PI = 0.5 * math.log(2 * math.pi)


def convolution(layer):
    groups = layer["from"] if layer["kind"] == "depthwise" else 1
    parts = [
        nn.Conv2d(
            layer["from"],
            layer["to"],
            layer["kernel"],
            layer["stride"],
            padding=layer["kernel"] // 2,
            groups=groups,
            bias=layer["ending"] == "bias",
        )
    ]
    if layer["ending"] == "batch-norm":
        parts.append(nn.BatchNorm2d(layer["to"], eps=1e-3))
    if layer["rectified"]:
        parts.append(nn.ReLU(inplace=True))
    return nn.Sequential(*parts)


def branch(layers):
    return nn.Sequential(*[convolution(layer) for layer in layers])


class ShuffleUnit(nn.Module):
    def __init__(self, unit):
        super().__init__()
        self.main = branch(unit["main"])
        self.shortcut = branch(unit["shortcut"]) if unit["shortcut"] else None

    def forward(self, x):
        if self.shortcut is not None:
            y = torch.cat([self.shortcut(x), self.main(x)], 1)
        else:
            passed, worked = x.chunk(2, 1)
            y = torch.cat([passed, self.main(worked)], 1)
        n, c, h, w = y.shape
        return y.view(n, 2, c // 2, h, w).transpose(1, 2).reshape(n, c, h, w)


class Network(nn.Module):
    def __init__(self, architecture):
        super().__init__()
        self.stem = nn.Sequential(*[convolution(layer) for layer in architecture["stem"]])
        self.units = nn.Sequential(*[ShuffleUnit(unit) for unit in architecture["units"]])
        self.attention = convolution(architecture["attention"])
        dense = {name: architecture[name] for name in ("mu", "logVar", "head", "seed")}
        self.mu, self.log_var, self.head, self.seed = [nn.Linear(d["from"], d["to"]) for d in dense.values()]
        self.seed_shape = architecture["seedShape"]
        self.decoder = nn.ModuleList(
            [nn.ModuleList([convolution(u["pointwise"]), convolution(u["depthwise"])]) for u in architecture["decoder"]]
        )
        self.output = convolution(architecture["output"])
        self.log_sigma = nn.Parameter(torch.full([1], -0.15))

    def forward(self, images):
        x = self.units(self.stem(images * 2 - 1))
        n, c, h, w = x.shape
        weights = self.attention(x).reshape(n, -1, h * w).softmax(2)
        pooled = (weights @ x.reshape(n, c, h * w).transpose(1, 2)).reshape(n, -1)
        mu = self.mu(pooled)
        log_var = self.log_var(pooled).clamp(-LOG_VAR_BOUND, LOG_VAR_BOUND)
        z = mu + (log_var / 2).exp() * torch.randn_like(mu)
        side, channels = self.seed_shape["side"], self.seed_shape["channels"]
        y = F.relu(self.seed(z)).view(n, channels, side, side)
        if images.is_contiguous(memory_format=torch.channels_last):
            y = y.contiguous(memory_format=torch.channels_last)
        for pointwise, depthwise in self.decoder:
            y = depthwise(F.interpolate(pointwise(y), scale_factor=2, mode="nearest"))
        return mu, log_var, self.head(mu), self.output(y)


def total_loss(network, images, labels, capacity, weight, gamma):
    mu, log_var, logits, pixels = network(images)
    log_sigma = network.log_sigma * 10
    squares = (images - pixels.sigmoid()).square().sum([1, 2, 3])
    count = images[0].numel()
    reconstruction = (squares * 0.5 * (-2 * log_sigma).exp() + (log_sigma + HALF_LOG_TWO_PI) * count).mean()
    kl = (0.5 * (mu.square() + log_var.exp() - log_var - 1)).mean(0).sum()
    return reconstruction + gamma * (kl - capacity).abs() + weight * F.cross_entropy(logits, labels)


class Run:
    def __init__(self, task):
        self.config = task["config"]
        model = self.config["model"]
        self.batch, self.size, self.channels = self.config["batchSize"], model["inputSize"], model["channels"]
        self.classes = len(model["classes"])
        self.network = Network(task["architecture"])
        # Compiles at its first call, in the warm-up. It shares the parameters.
        self.compiled = torch.compile(self.network)
        matrices = [p for p in self.network.parameters() if p.dim() > 1]
        others = [p for p in self.network.parameters() if p.dim() <= 1]
        groups = [{"params": matrices, "weight_decay": self.config["weightDecay"]}, {"params": others, "weight_decay": 0}]
        self.parameters = matrices + others
        self.optimiser = torch.optim.AdamW(groups, lr=1e-3, foreach=True)
        self.average = [p.detach().clone() for p in self.parameters]
        random = np.random.default_rng(1)
        count = 4 * self.batch
        self.images = random.integers(0, 256, (count, self.size, self.size, self.channels), dtype=np.uint8)
        self.labels = random.integers(0, self.classes, count)

    def batch_at(self, step, layout):
        rows = np.arange(step * self.batch, (step + 1) * self.batch) % len(self.images)
        images = torch.from_numpy(self.images[rows]).permute(0, 3, 1, 2).float().div_(255)
        return images.contiguous(memory_format=layout), torch.from_numpy(self.labels[rows])

    def step(self, number, layout, network):
        images, labels = self.batch_at(number, layout)
        weights = {term["kind"]: term for term in self.config["objective"]}
        classification, capacity = weights["classification"]["weight"], weights["capacity"]
        loss = total_loss(network, images, labels, 5.0, classification, capacity["gamma"]) / self.config["lossScale"]
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.parameters, self.config["clipNorm"], foreach=True)
        self.optimiser.step()
        with torch.no_grad():
            torch._foreach_lerp_(self.average, self.parameters, 1 - self.config["averageDecay"])

    def measure(self, request):
        layout = torch.channels_last if request["layout"] == "channels_last" else torch.contiguous_format
        self.network.to(memory_format=layout)
        network = self.compiled if request["compiled"] else self.network
        for number in range(request["warmup"]):
            self.step(number, layout, network)
        start = time.perf_counter()
        for number in range(request["steps"]):
            self.step(number, layout, network)
        return time.perf_counter() - start


def main():
    task = json.loads(sys.stdin.readline())
    torch.set_num_threads(task["threads"])
    torch.manual_seed(1)
    run = Run(task)
    parameters = sum(p.numel() for p in run.network.parameters())
    print(json.dumps({"torch": torch.__version__, "parameters": parameters}), flush=True)
    for line in sys.stdin:
        print(json.dumps({"seconds": run.measure(json.loads(line))}), flush=True)


main()
