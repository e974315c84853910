#!/bin/sh
# Makes an instance of Amazon Linux 2023 translate the addresses of what it forwards. Runs once; systemd restores the
# rules and the setting at each boot.
# See "Work with NAT instances" in the Amazon VPC User Guide.
set -eu

# The package manager needs more than the half gigabyte of memory that the smallest instances have.
dd if=/dev/zero of=/swapfile bs=1M count=512
chmod 600 /swapfile
mkswap /swapfile
swapon /swapfile

# Packages come from S3, which may not answer yet while the network is being created.
until dnf install -y iptables-services; do
  sleep 5
done
systemctl enable --now iptables

echo 'net.ipv4.ip_forward = 1' > /etc/sysctl.d/90-nat.conf
sysctl -p /etc/sysctl.d/90-nat.conf

interface=$(ip -o -4 route show default | awk '{ print $5; exit }')
iptables -t nat -A POSTROUTING -o "$interface" -j MASQUERADE
# The package's own rules reject what is forwarded; the security group decides who may come.
iptables -F FORWARD
service iptables save
